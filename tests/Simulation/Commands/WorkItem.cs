using Simulation.Runs;

namespace Simulation.Commands;

/// <summary>What a worker is asked for, a line of JSON each: to play a seed, to keep its timeline or shrink its events, with a fault planted or none.</summary>
sealed record WorkItem(int Seed)
{
    public bool KeepTrace { get; init; }

    public bool Shrink { get; init; }

    public string? Planted { get; init; }
}

/// <summary>What came of it; the events that are left when shrunken.</summary>
sealed record WorkResult(RunResult Outcome, IReadOnlyList<string> Events, string? Failure)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSound => Outcome.IsSound && Failure is null;
}
