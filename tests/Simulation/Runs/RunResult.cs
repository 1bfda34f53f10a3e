namespace Simulation.Runs;

/// <summary>How a run ended: what was found wrong, how many requests reached the storage, and the timeline's length, digest and, where it was kept, lines.</summary>
sealed record RunResult(int Seed, IReadOnlyList<string> Violations, int Crossings, int Lines, string Digest, IReadOnlyList<string> Trace)
{
    public bool IsSound => Violations.Count == 0;
}
