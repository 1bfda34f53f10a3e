using Simulation.Faults;

namespace Simulation.Commands;

/// <summary>Plants each fault and counts the seeds until an invariant finds it.</summary>
static class Mutations
{
    public const int MaxSeeds = 500;

    /// <summary>
    /// The fault, the number of seeds played until it was found (null: not found), and the violation.
    /// </summary>
    public sealed record MutationResult(string Fault, int? Seeds, string? Violation);

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
        : FormattableString.Invariant($"{found.Seeds,4} seeds: {found.Fault} -> {found.Violation}");

    public static async Task<MutationResult> FindAsync(IPlantedFault fault)
    {
        var played = 0;
        WorkResult? caught = null;
        await Workers.RunAsync(
            Enumerable.Range(1, MaxSeeds).Select(seed => new WorkItem(seed) { Planted = fault.Name }),
            done =>
            {
                played++;
                if (!done.IsSound)
                    caught ??= done;
                return caught is null;
            });
        return new MutationResult(
            fault.Name,
            caught is null ? null : played,
            caught is { Outcome.Violations: [var first, ..] } ? first : caught?.Failure);
    }
}
