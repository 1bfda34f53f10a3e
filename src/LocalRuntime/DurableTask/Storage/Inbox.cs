namespace LocalRuntime.DurableTask.Storage;

/// <summary>
/// The messages that instances have not received yet. A message is visible from an instant on; a timer is a message
/// that becomes visible when it is due. A message with an execution id is for that execution only.
/// </summary>
static class Inbox
{
    // Pending, Running, Suspended: an instance that has ended receives nothing.
    const string NotEnded = "status IN (0, 6, 7)";

    // Messages that arrive before the start of a pending instance become visible with the start.
    const string VisibleAt = "max($2, CASE WHEN status = 6 THEN start_at ELSE 0 END)";

    /// <summary>Sends a message; false when the instance does not exist, has ended or is another execution.</summary>
    public static bool Send(
        SqliteConnection connection, string instanceId, string? executionId, DateTime visibleAt, HistoryEvent message)
    {
        var stored = connection.Execute(
            $"""
            INSERT INTO durable_inbox (instance_id, visible_at, execution_id, event)
            SELECT $1, {VisibleAt}, $3, $4 FROM durable_instances
            WHERE instance_id = $1 AND {NotEnded} AND ($3 IS NULL OR execution_id = $3)
            """, instanceId, visibleAt.Ticks, executionId, HistoryJson.Write(message));
        if (stored == 0) return false;
        connection.Execute(
            $"""
            UPDATE durable_instances SET due_at = {VisibleAt}
            WHERE instance_id = $1 AND (due_at IS NULL OR due_at > {VisibleAt})
            """, instanceId, visibleAt.Ticks);
        return true;
    }

    /// <summary>Sends a message that is visible now, also when the instance is still waiting for its start.</summary>
    public static bool SendAtOnce(SqliteConnection connection, string instanceId, DateTime now, HistoryEvent message)
    {
        var due = connection.Execute(
            $"""
            UPDATE durable_instances SET due_at = CASE WHEN due_at < $2 THEN due_at ELSE $2 END
            WHERE instance_id = $1 AND {NotEnded}
            """, instanceId, now.Ticks);
        if (due > 0) Add(connection, instanceId, null, now.Ticks, null, message);
        return due > 0;
    }

    /// <summary>Adds a message to the inbox of an instance whose row the caller updates.</summary>
    public static void Add(
        SqliteConnection connection, string instanceId, string? executionId, long visibleAt, int? timerId,
        HistoryEvent message) => connection.Execute(
        """
        INSERT INTO durable_inbox (instance_id, execution_id, visible_at, timer_id, event) VALUES ($1, $2, $3, $4, $5)
        """, instanceId, executionId, visibleAt, timerId, HistoryJson.Write(message));

    /// <summary>The messages that are visible now, in the order in which they became visible.</summary>
    public static List<InboxMessage> Visible(SqliteConnection connection, string instanceId, DateTime now, int limit) =>
        connection.Query(
            """
            SELECT id, execution_id, event FROM durable_inbox
            WHERE instance_id = $1 AND visible_at <= $2 ORDER BY visible_at, id LIMIT $3
            """,
            row => new InboxMessage(row.GetInt64(0), row.GetStringOrNull(1), HistoryJson.Read(row.GetString(2))),
            instanceId, now.Ticks, limit);

    public static void Delete(SqliteConnection connection, long id) =>
        connection.Execute("DELETE FROM durable_inbox WHERE id = $1", id);

    public static void DeleteTimer(SqliteConnection connection, string instanceId, string executionId, int timerId) =>
        connection.Execute(
            "DELETE FROM durable_inbox WHERE instance_id = $1 AND execution_id = $2 AND timer_id = $3",
            instanceId, executionId, timerId);

    public static void DeleteExecution(SqliteConnection connection, string instanceId, string executionId) =>
        connection.Execute(
            "DELETE FROM durable_inbox WHERE instance_id = $1 AND execution_id = $2", instanceId, executionId);

    public static void Clear(SqliteConnection connection, string instanceId) =>
        connection.Execute("DELETE FROM durable_inbox WHERE instance_id = $1", instanceId);
}

sealed record InboxMessage(long Id, string? ExecutionId, HistoryEvent Event);
