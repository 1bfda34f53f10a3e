using Simulation.Runs;

namespace Simulation.Commands;

/// <summary>A seed for a worker to play, sent as one line of JSON.</summary>
sealed record WorkItem(int Seed)
{
    public bool KeepTrace { get; init; }

    /// <summary>The places of the events that are kept; null for all.</summary>
    public IReadOnlyList<int>? Events { get; init; }

    /// <summary>The places of the faults that are kept; null for all.</summary>
    public IReadOnlyList<int>? Faults { get; init; }

    public string? Planted { get; init; }
}

/// <summary>The result of a <see cref="WorkItem"/>.</summary>
sealed record WorkResult(RunResult Outcome, string? Failure)
{
    /// <summary>The setting, events and faults of a shrunk plan.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The name of the planted fault; null without one.</summary>
    public string? Planted { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => Outcome.IsSound && Failure is null;
}
