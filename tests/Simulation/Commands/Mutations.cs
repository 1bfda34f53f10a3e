using Simulation.Faults;
using Simulation.Plans;

namespace Simulation.Commands;

/// <summary>Plants each fault and counts the seeds until an invariant finds it.</summary>
static class Mutations
{
    public const int MaxSeeds = 500;

    /// <summary>
    /// The fault, the number of seeds played until it was found (null: not found), the last of them, and the violation.
    /// </summary>
    public sealed record MutationResult(string Fault, int? Seeds, int Seed, string? Violation);

    /// <summary>
    /// Plays for each fault the seed that is known to find it. What the seed does not find any more is left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, MutationResult>> PlayKnownSeedsAsync(
        IEnumerable<string> faults)
    {
        var found = new Dictionary<string, MutationResult>(StringComparer.Ordinal);
        var known = from fault in faults
                    join seed in KnownSeeds.All on fault equals seed.Key
                    select new WorkItem(seed.Value) { Planted = fault };
        await Workers.RunAsync(known, done =>
        {
            if (!done.IsSound) found.Add(done.Planted!, ResultOf(done.Planted!, seeds: 1, done));
            return true;
        });
        return found;
    }

    /// <summary>Plants the faults whose names contain one of the words; without words, all.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        var missed = 0;
        var planted = PlantedFaults.All.Where(fault =>
            words.Count == 0 || words.Any(word => fault.Name.Contains(word, StringComparison.Ordinal)));
        foreach (var fault in planted)
        {
            var found = await FindAsync(fault);
            Console.WriteLine(Line(found));
            if (found.Seeds is null) missed++;
        }

        return missed == 0 ? 0 : 1;
    }

    public static string Line(MutationResult found) => found.Seeds is null
        ? $"  not found in {MaxSeeds} seeds: {found.Fault}"
        : FormattableString.Invariant(
            $"{found.Seeds,4} seeds until {found.Seed}: {found.Fault} -> {found.Violation}");

    public static async Task<MutationResult> FindAsync(IPlantedFault fault)
    {
        var played = 0;
        WorkResult? caught = null;
        await Workers.RunAsync(
            Enumerable
                .Range(fault.IsOfWeCom ? Plan.WeComSeeds + 1 : 1, MaxSeeds)
                .Select(seed => new WorkItem(seed) { Planted = fault.Name }),
            done =>
            {
                played++;
                if (!done.IsSound)
                    caught ??= done;
                return caught is null;
            });
        return caught is null
            ? new MutationResult(fault.Name, Seeds: null, Seed: 0, Violation: null)
            : ResultOf(fault.Name, played, caught);
    }

    static MutationResult ResultOf(string fault, int seeds, WorkResult caught) => new(
        fault,
        seeds,
        caught.Outcome.Seed,
        caught is { Outcome.Violations: [var first, ..] } ? first : caught.Failure);
}
