namespace LocalRuntime.DurableTask.Storage;

/// <summary>The histories of instances, one row a turn.</summary>
static class HistoryTable
{
    public static void Append(SqliteConnection connection, string instanceId, int turn, string events) =>
        connection.Execute(
            "INSERT INTO durable_history (instance_id, turn, events) VALUES ($1, $2, $3)", instanceId, turn, events);

    public static IReadOnlyList<HistoryEvent> Read(SqliteConnection connection, string instanceId)
    {
        var turns = connection.Query(
            "SELECT events FROM durable_history WHERE instance_id = $1 ORDER BY turn",
            row => row.GetString(0), instanceId);
        return [.. turns.SelectMany(HistoryJson.ReadAll)];
    }

    public static void Delete(SqliteConnection connection, string instanceId) =>
        connection.Execute("DELETE FROM durable_history WHERE instance_id = $1", instanceId);
}
