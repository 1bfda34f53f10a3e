using Simulation.Commands;
using Simulation.Faults;

namespace Simulation.Tests;

/// <summary>Proves that the invariants find planted faults. <c>--mutations</c> plants every fault.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // These take hundreds of seeds each; only the command plants them.
    static readonly string[] Rare =
    [
        "an attempt sends a delivery that another attempt owns",
        "a group is counted without comparing its version",
        "an offer does not record which batches of clicks it counts",
        "the wait for a gift is not stored",
    ];

    public static TheoryData<string> Planted { get; } =
    [.. PlantedFaults.All.Select(fault => fault.Name).Except(Rare, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task Planted_fault_is_found(string fault)
    {
        var found = await Mutations.FindAsync(PlantedFaults.Find(fault));

        output.WriteLine(Mutations.Line(found));
        Assert.NotNull(found.Seeds);
    }
}
