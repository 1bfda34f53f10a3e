using LocalRuntime.DurableTask.Storage;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>
/// Fills a store with finished instances and their histories, and with instances that wait for a distant timer.
/// </summary>
static class OldInstances
{
    public const int Waiting = 10_000;

    public static async Task WriteAsync(EmbeddedStore store, int finished)
    {
        await store.WriteAsync(DurableSchema.Create);
        await store.WriteAsync(connection =>
            connection.Execute(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1 + $2)
                INSERT INTO durable_instances
                  (instance_id, execution_id, name, status, created_at, updated_at, start_at, turns, due_at, input)
                SELECT 'old-' || i, 'e', 'Activities', CASE WHEN i <= $1 THEN 1 ELSE 0 END, 0, 0, 0, 1,
                  CASE WHEN i <= $1 THEN NULL ELSE 3000000000000000000 + i END, '0'
                FROM n
                """,
                finished,
                Waiting));
        await store.WriteAsync(connection =>
            connection.Execute(
                """
                INSERT INTO durable_history (instance_id, turn, events)
                SELECT instance_id, 0,
                  '[{"event":"TurnStarted","At":"2026-01-01T00:00:00Z"},'
                  || '{"event":"ExecutionStarted","ExecutionId":"e","Name":"Activities","Input":"0"}]'
                FROM durable_instances
                """));
        await store.WriteAsync(connection =>
            connection.Execute(
                """
                INSERT INTO durable_inbox (instance_id, execution_id, visible_at, timer_id, event)
                SELECT instance_id, 'e', due_at, 0, '{"event":"TimerFired","Id":0}'
                FROM durable_instances
                WHERE due_at IS NOT NULL
                """));
    }
}
