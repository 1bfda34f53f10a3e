using Simulation.Faults;
using Simulation.Plans;

namespace Simulation.Runs;

/// <summary>
/// Removes events and faults from a failing plan while it keeps failing: halves first, then single ones.
/// </summary>
static class Shrinking
{
    const int MaxRuns = 150;

    public static async Task<Plan> ShrinkAsync(Plan plan, IPlantedFault? planted)
    {
        var broken = BrokenInvariants(await SeedRun.PlayAsync(plan, planted: planted));
        if (broken.Count == 0) return plan;
        var runs = 0;
        plan = await RemoveAsync(plan, plan.Faults, (source, faults) => source with { Faults = faults });
        return await RemoveAsync(plan, plan.Events, (source, events) => source with { Events = events });

        async Task<Plan> RemoveAsync<T>(Plan from, IReadOnlyList<T> items, Func<Plan, IReadOnlyList<T>, Plan> with)
        {
            for (var size = Math.Max(1, items.Count / 2); size >= 1; size /= 2)
            {
                for (var at = 0; at < items.Count && runs < MaxRuns;)
                {
                    IReadOnlyList<T> fewer = [.. items.Take(at), .. items.Skip(at + size)];
                    runs++;
                    if (BrokenInvariants(await SeedRun.PlayAsync(with(from, fewer), planted: planted)).Overlaps(broken))
                        items = fewer;
                    else
                        at += size;
                }
            }

            return with(from, items);
        }
    }

    static HashSet<string> BrokenInvariants(RunResult outcome) =>
        [.. outcome.Violations.Select(violation => violation.Split(':')[0])];
}
