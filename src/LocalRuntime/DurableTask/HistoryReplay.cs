using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Replay;
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
