using Simulation.Commands;
using Simulation.Faults;

namespace Simulation.Tests;

/// <summary>The checks can fail: each defect that the app does not have, once planted, is found.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Planted { get; } = [.. PlantedFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_planted_fault_is_found(string fault)
    {
        var found = await Mutations.FindAsync(PlantedFaults.Find(fault));

        output.WriteLine(Mutations.Line(found));
        Assert.NotNull(found.Seeds);
    }
}
