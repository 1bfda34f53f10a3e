namespace LocalRuntime.DurableTask.Storage;

/// <summary>The messages that orchestrations wait for, in order of time.</summary>
static class DueMessages
{
    // Each of the first messages belongs to one of the first due instances, so no more instances are read.
    public static IReadOnlyList<DueItem> First(SqliteConnection connection, int limit) => connection.Query(
        """
        SELECT i.instance_id, m.visible_at, m.event
        FROM (SELECT instance_id, due_at FROM durable_instances WHERE due_at IS NOT NULL ORDER BY due_at LIMIT $1) i
        JOIN durable_inbox m ON m.instance_id = i.instance_id
        ORDER BY m.visible_at, m.id LIMIT $1
        """,
        row => Item(row.GetString(0), row.GetInt64(1), HistoryJson.Read(row.GetString(2))), limit);

    static DueItem Item(string instanceId, long visibleAt, HistoryEvent message) => new(
        "orchestration",
        instanceId,
        new DateTimeOffset(visibleAt, TimeSpan.Zero),
        message switch
        {
            TimerFired timer => $"orchestration {instanceId} waits for its timer {timer.Id}",
            ExecutionStarted => $"orchestration {instanceId} is scheduled to start",
            EventRaised raised => $"orchestration {instanceId} is to be given the event {raised.Name}",
            _ => $"orchestration {instanceId} is to be given a {message.GetType().Name}",
        });
}
