using Simulation.Commands;
using Simulation.Faults;

namespace Simulation.Tests;

/// <summary>The checks can fail: a defect that the app does not have, once planted, is found. <c>--mutations</c> plants every one.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // These take some hundred seeds each, a minute of both cores: the command's, not every test run's.
    static readonly string[] Rare =
    [
        "an attempt takes a delivery that another attempt owns",
        "a group is counted without looking who else counts",
        "an offer does not keep which batches of clicks it holds",
    ];

    public static TheoryData<string> Planted { get; } = [.. PlantedFaults.All.Select(fault => fault.Name).Except(Rare, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_planted_fault_is_found(string fault)
    {
        var found = await Mutations.FindAsync(PlantedFaults.Find(fault));

        output.WriteLine(Mutations.Line(found));
        Assert.NotNull(found.Seeds);
    }
}
