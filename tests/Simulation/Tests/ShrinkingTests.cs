using Simulation.Commands;
using Simulation.Faults;
using Simulation.Plans;

namespace Simulation.Tests;

public sealed class ShrinkingTests
{
    [Fact]
    public async Task Failing_run_is_shrunk_to_few_events_that_still_fail()
    {
        // One scan is enough to find this fault, so the runs are few.
        var fault = PlantedFaults.Find("the total of old scans is not stored");
        var found = (await Mutations.PlayKnownSeedsAsync([fault.Name])).GetValueOrDefault(fault.Name)
            ?? await Mutations.FindAsync(fault);

        var shrunken = await Shrinking.ShrinkAsync(new WorkItem(found.Seed) { Planted = fault.Name });

        var before = Plan.Draw(found.Seed);
        Assert.Null(shrunken.Failure);
        Assert.False(shrunken.Outcome.IsSound);
        Assert.InRange(shrunken.Events.Count, 1, (before.Events.Count + before.Faults.Count) / 2);
    }
}
