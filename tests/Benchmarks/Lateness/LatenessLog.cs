using System.Collections.Concurrent;

namespace Benchmarks.Lateness;

/// <summary>The lateness of each step, by its name.</summary>
public sealed class LatenessLog
{
    readonly ConcurrentDictionary<string, ConcurrentBag<TimeSpan>> steps = new(StringComparer.Ordinal);

    public void Add(string step, TimeSpan late) => steps.GetOrAdd(step, _ => []).Add(late);

    /// <summary>The lateness of a step in seconds, the shortest first.</summary>
    public List<double> Seconds(string step) => [.. steps[step].Select(late => late.TotalSeconds).Order()];
}
