using Simulation.Runs;

namespace Simulation.Commands;

/// <summary>A seed for a worker to play, sent as one line of JSON.</summary>
sealed record WorkItem(int Seed)
{
    public bool KeepTrace { get; init; }

    public bool Shrink { get; init; }

    public string? Planted { get; init; }
}

/// <summary>
/// The result of a <see cref="WorkItem"/>; <paramref name="Events"/> are the remaining events of a shrunk plan.
/// </summary>
sealed record WorkResult(RunResult Outcome, IReadOnlyList<string> Events, string? Failure)
{
    /// <summary>The name of the planted fault; null without one.</summary>
    public string? Planted { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => Outcome.IsSound && Failure is null;
}
