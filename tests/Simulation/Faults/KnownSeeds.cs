using System.Text.Json;

namespace Simulation.Faults;

/// <summary>
/// For each planted fault a seed that finds it, from <c>known-seeds.json</c>, so that a test of many faults does not
/// search. <c>--mutations</c> searches, and prints the seeds.
/// </summary>
static class KnownSeeds
{
    public static IReadOnlyDictionary<string, int> All { get; } =
        JsonSerializer.Deserialize<Dictionary<string, int>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "known-seeds.json")))!;
}
