namespace Simulation.Runs;

/// <summary>
/// The result of a run: violations, number of requests to storage, and the length, digest and (when kept) lines of the
/// trace.
/// </summary>
sealed record RunResult(
    int Seed,
    IReadOnlyList<string> Violations,
    int Requests,
    int Lines,
    string Digest,
    IReadOnlyList<string> Trace)
{
    public bool IsSound => Violations.Count == 0;
}
