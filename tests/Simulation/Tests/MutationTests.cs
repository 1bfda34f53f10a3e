using Simulation.Commands;
using Simulation.Faults;

namespace Simulation.Tests;

/// <summary>Proves that the invariants find planted faults. <c>--mutations</c> plants every fault.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // These take hundreds of seeds each. Without a known seed only the command plants them.
    static readonly string[] Rare =
    [
        "an attempt sends a delivery that another attempt owns",
        "a group is counted without comparing its version",
        "an offer does not record which batches of clicks it counts",
        "the wait for a gift is not stored",
    ];

    static readonly IReadOnlyList<string> Names =
    [
        .. PlantedFaults.All.Select(fault => fault.Name).Where(name =>
            !Rare.Contains(name, StringComparer.Ordinal) || KnownSeeds.All.ContainsKey(name)),
    ];

    public static TheoryData<string> Planted { get; } = [.. Names];

    // All at once, so that no core waits for the last seed of a fault.
    static readonly Lazy<Task<IReadOnlyDictionary<string, Mutations.MutationResult>>> ByKnownSeeds =
        new(() => Mutations.PlayKnownSeedsAsync(Names));

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task Planted_fault_is_found(string fault)
    {
        // A change of the app or of a workload changes the runs; then the search begins at seed 1.
        var found = (await ByKnownSeeds.Value).GetValueOrDefault(fault)
            ?? await Mutations.FindAsync(PlantedFaults.Find(fault));

        output.WriteLine(Mutations.Line(found));
        Assert.NotNull(found.Seeds);
    }
}
