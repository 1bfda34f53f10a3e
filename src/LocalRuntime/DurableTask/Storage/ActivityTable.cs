using LocalRuntime.DurableTask.History;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>The activities that have been asked for and have not reported back.</summary>
static class ActivityTable
{
    public static int Add(SqliteConnection connection, string instanceId, string executionId, TaskScheduled task) => connection.Run(
        "INSERT INTO durable_activities (instance_id, execution_id, task_id, name, input) VALUES (@1, @2, @3, @4, @5)",
        instanceId,
        executionId,
        task.Id,
        task.Name,
        task.Input);

    public static bool AnyDue(SqliteConnection connection, DateTime now) =>
        connection.Number("SELECT 1 FROM durable_activities WHERE lease_until <= @1 LIMIT 1", now.Ticks) is not null;

    /// <summary>When the first lease ends; in the past when one waits to be run.</summary>
    public static DateTimeOffset? NextDue(SqliteConnection connection) =>
        connection.Number("SELECT min(lease_until) FROM durable_activities") is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Takes activities that nobody has, in the order they were asked for.</summary>
    public static List<ActivityRow> Claim(SqliteConnection connection, string owner, DateTime now, DateTime until, int most) => connection.Rows(
        """
        UPDATE durable_activities SET lease_owner = @1, lease_until = @3 WHERE id IN (
          SELECT id FROM durable_activities WHERE lease_until <= @2 ORDER BY lease_until, id LIMIT @4)
        RETURNING id, instance_id, execution_id, task_id, name, input
        """,
        row => new ActivityRow(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.Text(5)),
        owner,
        now.Ticks,
        until.Ticks,
        most);

    /// <summary>Takes the activity away and reports to its orchestration; false when it was no longer the owner's, whose report then counts for nothing.</summary>
    public static bool Complete(SqliteConnection connection, string owner, ActivityRow activity, DateTime now, HistoryEvent report)
    {
        if (connection.Run("DELETE FROM durable_activities WHERE id = @1 AND lease_owner = @2", activity.Id, owner) == 0) return false;
        Inbox.Send(connection, activity.InstanceId, activity.ExecutionId, now, report);
        return true;
    }

    public static int Lease(SqliteConnection connection, string owner, long id, DateTime until) =>
        connection.Run("UPDATE durable_activities SET lease_until = @3 WHERE id = @1 AND lease_owner = @2", id, owner, until.Ticks);
}

/// <summary>An activity to run.</summary>
sealed record ActivityRow(long Id, string InstanceId, string ExecutionId, int TaskId, string Name, string? Input);
