using Simulation.Plans;

namespace Simulation.Commands;

/// <summary>
/// Removes events and faults from a failing plan while it keeps failing: halves first, then single ones.
/// </summary>
static class Shrinking
{
    const int MaxRuns = 150;

    /// <summary>The last run that failed, with the events and faults that were left.</summary>
    public static async Task<WorkResult> ShrinkAsync(WorkItem work)
    {
        var plan = Plan.Draw(work.Seed);
        IReadOnlyList<int> allEvents = [.. Enumerable.Range(0, plan.Events.Count)];
        IReadOnlyList<int> allFaults = [.. Enumerable.Range(0, plan.Faults.Count)];
        var failing = (await Workers.RunTogetherAsync([work]))[0];
        var broken = BrokenInvariants(failing);
        if (broken.Count == 0) return failing;
        var runs = 0;
        work = await RemoveAsync(allFaults, faults => work with { Faults = faults });
        work = await RemoveAsync(allEvents, events => work with { Events = events });
        return failing with { Events = Lines(plan.Keep(work.Events, work.Faults)) };

        // Each try of a round assumes that those before it end as the last one did, so that every core is used. The
        // first that ends otherwise ends the round, so the result is that of one try after the other.
        async Task<WorkItem> RemoveAsync(IReadOnlyList<int> items, Func<IReadOnlyList<int>, WorkItem> with)
        {
            var isRemovable = true;
            for (var size = Math.Max(1, items.Count / 2); size >= 1; size /= 2)
            {
                for (var at = 0; at < items.Count && runs < MaxRuns;)
                {
                    var tries = Round(items, at, size, isRemovable).ToList();
                    foreach (var (done, fewer) in (await Workers.RunTogetherAsync(tries.Select(with))).Zip(tries))
                    {
                        runs++;
                        var (expected, fails) = (isRemovable, BrokenInvariants(done).Overlaps(broken));
                        isRemovable = fails;
                        if (fails) (items, failing) = (fewer, done);
                        else at += size;
                        if (fails != expected) break;
                    }
                }
            }

            return with(items);
        }
    }

    static IEnumerable<IReadOnlyList<int>> Round(IReadOnlyList<int> items, int at, int size, bool isRemovable)
    {
        for (var n = 0; n < Environment.ProcessorCount && at < items.Count; n++)
        {
            IReadOnlyList<int> fewer = [.. items.Take(at), .. items.Skip(at + size)];
            yield return fewer;
            if (isRemovable) items = fewer;
            else at += size;
        }
    }

    static List<string> Lines(Plan plan) =>
    [
        $"{plan.Setting}",
        .. plan.Events.Select(simulatedEvent => $"{simulatedEvent}"),
        .. plan.Faults.Select(fault => $"{fault}"),
    ];

    static HashSet<string> BrokenInvariants(WorkResult done) =>
        [.. done.Outcome.Violations.Select(violation => violation.Split(':')[0])];
}
