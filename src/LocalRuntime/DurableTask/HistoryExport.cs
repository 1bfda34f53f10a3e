using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using LocalRuntime.Store;

namespace LocalRuntime.DurableTask;

/// <summary>An instance's history as JSON, to be kept and replayed against later code.</summary>
public static class HistoryExport
{
    /// <summary>The events of the instance's present execution as a JSON array; null when there is no such instance.</summary>
    public static string? Read(EmbeddedStore store, string instanceId) => store.Read(connection =>
        InstanceTable.Find(connection, instanceId) is null ? null : HistoryJson.WriteAll(HistoryTable.Read(connection, instanceId)));
}
