using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using LocalRuntime.Store;

namespace LocalRuntime.DurableTask;

/// <summary>Exports an instance's history as JSON, to be replayed against later code.</summary>
public static class HistoryExport
{
    /// <summary>
    /// The events of the instance's current execution as a JSON array; null when the instance does not exist.
    /// </summary>
    public static string? Read(EmbeddedStore store, string instanceId) => store.Read(connection =>
        InstanceTable.Find(connection, instanceId) is null
            ? null
            : HistoryJson.WriteAll(HistoryTable.Read(connection, instanceId)));
}
