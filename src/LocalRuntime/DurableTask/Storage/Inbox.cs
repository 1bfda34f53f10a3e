using LocalRuntime.DurableTask.History;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>
/// What instances have yet to learn. A message is visible from an instant on: a timer is a message that becomes visible when it is due.
/// One with an execution id is for that execution alone.
/// </summary>
static class Inbox
{
    // Pending, Running, Suspended: whoever has ended learns nothing any more.
    const string Alive = "status IN (0, 6, 7)";

    // Before its first turn an instance that starts later is not woken; what comes meanwhile lies behind its start.
    const string VisibleAt = "max(@2, CASE WHEN status = 6 THEN start_at ELSE 0 END)";

    /// <summary>Sends a message; false when there is no such instance, or it has ended, or is another execution.</summary>
    public static bool Send(SqliteConnection connection, string instanceId, string? executionId, DateTime visibleAt, HistoryEvent message)
    {
        var stored = connection.Run(
            $"""
            INSERT INTO durable_inbox (instance_id, visible_at, execution_id, event)
            SELECT @1, {VisibleAt}, @3, @4 FROM durable_instances WHERE instance_id = @1 AND {Alive} AND (@3 IS NULL OR execution_id = @3)
            """,
            instanceId,
            visibleAt.Ticks,
            executionId,
            HistoryJson.Write(message));
        if (stored == 0) return false;
        connection.Run(
            $"UPDATE durable_instances SET due_at = {VisibleAt} WHERE instance_id = @1 AND (due_at IS NULL OR due_at > {VisibleAt})",
            instanceId,
            visibleAt.Ticks);
        return true;
    }

    /// <summary>Ends an instance without waiting for its start.</summary>
    public static bool SendAtOnce(SqliteConnection connection, string instanceId, DateTime now, HistoryEvent message)
    {
        var due = connection.Run(
            $"UPDATE durable_instances SET due_at = CASE WHEN due_at < @2 THEN due_at ELSE @2 END WHERE instance_id = @1 AND {Alive}", instanceId, now.Ticks);
        if (due > 0) Add(connection, instanceId, null, now.Ticks, null, message);
        return due > 0;
    }

    /// <summary>Puts a message into the inbox of an instance whose row the caller brings up to date.</summary>
    public static void Add(SqliteConnection connection, string instanceId, string? executionId, long visibleAt, int? timerId, HistoryEvent message) =>
        connection.Run(
            "INSERT INTO durable_inbox (instance_id, execution_id, visible_at, timer_id, event) VALUES (@1, @2, @3, @4, @5)",
            instanceId,
            executionId,
            visibleAt,
            timerId,
            HistoryJson.Write(message));

    /// <summary>What is visible now, in the order it became so.</summary>
    public static List<InboxMessage> Visible(SqliteConnection connection, string instanceId, DateTime now, int most) => connection.Rows(
        "SELECT id, execution_id, event FROM durable_inbox WHERE instance_id = @1 AND visible_at <= @2 ORDER BY visible_at, id LIMIT @3",
        row => new InboxMessage(row.GetInt64(0), row.Text(1), HistoryJson.Read(row.GetString(2))),
        instanceId,
        now.Ticks,
        most);

    public static void Delete(SqliteConnection connection, long id) => connection.Run("DELETE FROM durable_inbox WHERE id = @1", id);

    public static void DeleteTimer(SqliteConnection connection, string instanceId, string executionId, int timerId) =>
        connection.Run("DELETE FROM durable_inbox WHERE instance_id = @1 AND execution_id = @2 AND timer_id = @3", instanceId, executionId, timerId);

    public static void DeleteExecution(SqliteConnection connection, string instanceId, string executionId) =>
        connection.Run("DELETE FROM durable_inbox WHERE instance_id = @1 AND execution_id = @2", instanceId, executionId);

    public static void Clear(SqliteConnection connection, string instanceId) => connection.Run("DELETE FROM durable_inbox WHERE instance_id = @1", instanceId);
}

/// <summary>A message as it lies in the inbox.</summary>
sealed record InboxMessage(long Id, string? ExecutionId, HistoryEvent Event);
