using Simulation.Faults;
using Simulation.Plans;

namespace Simulation.Runs;

/// <summary>Leaves out of a failing plan whatever it fails without: halves first, then single events, for so many runs.</summary>
static class Shrinking
{
    const int MaxRuns = 150;

    public static async Task<Plan> ShrinkAsync(Plan plan, IPlantedFault? planted)
    {
        var broken = InvariantsOf(await SeedRun.PlayAsync(plan, planted: planted));
        if (broken.Count == 0) return plan;
        var runs = 0;
        plan = await LeaveOutAsync(plan, plan.Faults, (of, faults) => of with { Faults = faults });
        return await LeaveOutAsync(plan, plan.Happenings, (of, happenings) => of with { Happenings = happenings });

        async Task<Plan> LeaveOutAsync<T>(Plan from, IReadOnlyList<T> items, Func<Plan, IReadOnlyList<T>, Plan> with)
        {
            for (var size = Math.Max(1, items.Count / 2); size >= 1; size /= 2)
            {
                for (var at = 0; at < items.Count && runs < MaxRuns;)
                {
                    IReadOnlyList<T> fewer = [.. items.Take(at), .. items.Skip(at + size)];
                    runs++;
                    if (InvariantsOf(await SeedRun.PlayAsync(with(from, fewer), planted: planted)).Overlaps(broken)) items = fewer;
                    else at += size;
                }
            }

            return with(from, items);
        }
    }

    static HashSet<string> InvariantsOf(RunResult outcome) => [.. outcome.Violations.Select(violation => violation.Split(':')[0])];
}
