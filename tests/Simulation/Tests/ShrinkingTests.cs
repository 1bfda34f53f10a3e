using Simulation.Commands;
using Simulation.Faults;
using Simulation.Plans;

namespace Simulation.Tests;

public sealed class ShrinkingTests
{
    [Fact]
    public async Task Failing_run_is_shrunk_to_few_events_that_still_fail()
    {
        const string fault = "some webhooks are acknowledged and not stored";
        var found = 0;
        await Workers.RunAsync(
            Enumerable.Range(1, Mutations.MaxSeeds).Select(seed => new WorkItem(seed) { Planted = fault }),
            done =>
            {
                if (!done.IsSound)
                    found = done.Outcome.Seed;
                return found == 0;
            });

        var shrunken = await Workers.RunAsync(new WorkItem(found) { Planted = fault, Shrink = true });

        var before = Plan.Draw(found);
        Assert.Null(shrunken.Failure);
        Assert.False(shrunken.Outcome.IsSound);
        Assert.InRange(shrunken.Events.Count, 1, (before.Events.Count + before.Faults.Count) / 2);
        Assert.NotNull(PlantedFaults.Find(fault));
    }
}
