using LocalRuntime.DurableTask.History;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>Starts of instances whose id may be taken.</summary>
static class Starts
{
    /// <summary>
    /// Starts an instance. One of the same id that stands in the way is returned and nothing is done; any other is terminated while it
    /// runs, and replaced.
    /// </summary>
    public static InstanceRow? Start(
        SqliteConnection connection, string instanceId, ExecutionStarted started, DateTime now, DateTime startAt, Func<InstanceRow, bool> standsInTheWay)
    {
        if (InstanceTable.Find(connection, instanceId) is { } existing)
        {
            if (standsInTheWay(existing)) return existing;
            if (!existing.HasEnded) Reports.Send(connection, existing, Terminated, now);
            InstanceTable.Delete(connection, instanceId);
        }

        InstanceTable.Insert(connection, instanceId, started, now, startAt);
        return null;
    }

    static ExecutionCompleted Terminated => new(0, OrchestrationRuntimeStatus.Terminated, null, null);
}
