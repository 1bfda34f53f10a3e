namespace LocalRuntime.DurableTask.Storage;

/// <summary>The activities that are scheduled and have not completed.</summary>
static class ActivityTable
{
    public static int Add(SqliteConnection connection, string instanceId, string executionId, TaskScheduled task) =>
        connection.Execute(
            """
            INSERT INTO durable_activities (instance_id, execution_id, task_id, name, input) VALUES ($1, $2, $3, $4, $5)
            """, instanceId, executionId, task.Id, task.Name, task.Input);

    public static bool AnyDue(SqliteConnection connection, DateTime now) =>
        connection.Exists("SELECT 1 FROM durable_activities WHERE lease_until <= $1 LIMIT 1", now.Ticks);

    /// <summary>The instant at which the first lease ends; in the past when an activity has no lease.</summary>
    public static DateTimeOffset? NextDue(SqliteConnection connection) =>
        connection.QueryNumber("SELECT min(lease_until) FROM durable_activities") is { } ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Leases activities without a lease, in the order in which they were scheduled.</summary>
    public static List<ActivityRow> Claim(
        SqliteConnection connection, string owner, DateTime now, DateTime until, int limit) =>
        connection.Query(
            """
            UPDATE durable_activities SET lease_owner = $1, lease_until = $3 WHERE id IN (
              SELECT id FROM durable_activities WHERE lease_until <= $2 ORDER BY lease_until, id LIMIT $4)
            RETURNING id, instance_id, execution_id, task_id, name, input
            """,
            row => new ActivityRow(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4),
                row.GetStringOrNull(5)),
            owner, now.Ticks, until.Ticks, limit);

    /// <summary>
    /// Deletes the activity and sends <paramref name="result"/> to its orchestration. Returns false and drops the
    /// result when <paramref name="owner"/> no longer holds the lease.
    /// </summary>
    public static bool Complete(
        SqliteConnection connection, string owner, ActivityRow activity, DateTime now, HistoryEvent result)
    {
        var deleted = connection.Execute(
            "DELETE FROM durable_activities WHERE id = $1 AND lease_owner = $2", activity.Id, owner);
        if (deleted == 0) return false;
        Inbox.Send(connection, activity.InstanceId, activity.ExecutionId, now, result);
        return true;
    }

    public static int Lease(SqliteConnection connection, string owner, long id, DateTime until) => connection.Execute(
        "UPDATE durable_activities SET lease_until = $3 WHERE id = $1 AND lease_owner = $2", id, owner, until.Ticks);
}

sealed record ActivityRow(long Id, string InstanceId, string ExecutionId, int TaskId, string Name, string? Input)
{
    public override string ToString() => $"{Name} {Id}"; // is logged, and the input holds members' data
}
