namespace LocalRuntime.DurableTask.Storage;

/// <summary>The instances: their status, the lease on their next turn and when it is due.</summary>
static class InstanceTable
{
    public static InstanceRow? Find(SqliteConnection connection, string instanceId) => connection.QueryFirst(
        "SELECT execution_id, name, status, turns, lease_owner, parent FROM durable_instances WHERE instance_id = $1",
        row => new InstanceRow(
            instanceId, row.GetString(0), row.GetString(1), (OrchestrationRuntimeStatus)row.GetInt32(2),
            row.GetInt32(3), row.GetStringOrNull(4),
            row.IsDBNull(5) ? null : JsonSerializer.Deserialize<ParentCall>(row.GetString(5))),
        instanceId);

    public static void Insert(
        SqliteConnection connection, string instanceId, ExecutionStarted started, DateTime now, DateTime startAt)
    {
        connection.Execute(
            """
            INSERT INTO durable_instances
              (instance_id, execution_id, name, status, created_at, updated_at, start_at, due_at, parent, input)
            VALUES ($1, $2, $3, $4, $5, $5, $6, $6, $7, $8)
            """,
            instanceId, started.ExecutionId, started.Name, (int)OrchestrationRuntimeStatus.Pending, now.Ticks,
            startAt.Ticks, started.Parent is { } parent ? JsonSerializer.Serialize(parent) : null, started.Input);
        Inbox.Add(connection, instanceId, null, startAt.Ticks, null, started);
    }

    /// <summary>Deletes an instance. Its activities stay and run to their end; their results are dropped.</summary>
    public static void Delete(SqliteConnection connection, string instanceId)
    {
        connection.Execute("DELETE FROM durable_instances WHERE instance_id = $1", instanceId);
        HistoryTable.Delete(connection, instanceId);
        Inbox.Clear(connection, instanceId);
    }

    public static bool AnyDue(SqliteConnection connection, DateTime now) => connection.Exists(
        """
        SELECT 1 FROM durable_instances WHERE due_at <= $1 AND (lease_owner IS NULL OR lease_until <= $1) LIMIT 1
        """, now.Ticks);

    /// <summary>The first instant at which an instance is due or the lease of a due instance ends.</summary>
    public static DateTimeOffset? NextDue(SqliteConnection connection, DateTime now)
    {
        var due = connection.QueryNumber(
            """
            SELECT due_at FROM durable_instances
            WHERE due_at IS NOT NULL AND lease_owner IS NULL ORDER BY due_at LIMIT 1
            """);
        var free = connection.QueryNumber(
            "SELECT min(lease_until) FROM durable_instances WHERE due_at <= $1 AND lease_owner IS NOT NULL", now.Ticks);
        var next = Math.Min(due ?? long.MaxValue, free ?? long.MaxValue);
        return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
    }

    /// <summary>Leases due instances without a lease, in the order in which they became due.</summary>
    public static List<string> Claim(
        SqliteConnection connection, string owner, DateTime now, DateTime until, int limit) =>
        connection.Query(
            """
            UPDATE durable_instances SET lease_owner = $1, lease_until = $3 WHERE id IN (
              SELECT id FROM durable_instances WHERE due_at <= $2 AND (lease_owner IS NULL OR lease_until <= $2)
              ORDER BY due_at LIMIT $4)
            RETURNING instance_id
            """, row => row.GetString(0), owner, now.Ticks, until.Ticks, limit);

    public static int Lease(SqliteConnection connection, string instanceId, string owner, DateTime until) =>
        connection.Execute(
            "UPDATE durable_instances SET lease_until = $3 WHERE instance_id = $1 AND lease_owner = $2",
            instanceId, owner, until.Ticks);
}

/// <summary>The part of an instance that the engine needs to run its next turn.</summary>
sealed record InstanceRow(
    string InstanceId, string ExecutionId, string Name, OrchestrationRuntimeStatus Status, int Turns,
    string? LeaseOwner, ParentCall? Parent)
{
    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
