using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.DurableTask;

/// <summary>Replays an exported history against orchestrators. It runs orchestrator code only, no activities.</summary>
public static class HistoryReplay
{
    /// <summary>The first decision that differs; null when the code is compatible with the history.</summary>
    public static HistoryDifference? FirstDifference(string instanceId, string history, IOrchestrationCatalog catalog)
    {
        var execution = new OrchestrationExecution(instanceId, catalog, NullLoggerFactory.Instance);
        try
        {
            HistoryPlayer.Play(execution, HistoryJson.ReadAll(history));
            return null;
        }
        catch (NonDeterministicOrchestrationException difference)
        {
            return new HistoryDifference(difference.EventNumber, difference.Expected, difference.Found);
        }
    }
}

/// <summary>
/// Event <paramref name="EventNumber"/> (from 1) of the history is <paramref name="Expected"/>, but the code decides
/// <paramref name="Found"/>.
/// </summary>
public sealed record HistoryDifference(int EventNumber, string Expected, string Found);

/// <summary>Exports an instance's history as JSON, to be replayed against later code.</summary>
public static class HistoryExport
{
    /// <summary>The events of the current execution as a JSON array; null when there is no such instance.</summary>
    public static string? Read(EmbeddedStore store, string instanceId) => store.Read(connection =>
        InstanceTable.Find(connection, instanceId) is null
            ? null
            : HistoryJson.WriteAll(HistoryTable.Read(connection, instanceId)));
}
