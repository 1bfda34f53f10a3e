using Simulation.Faults;
using Simulation.Invariants;
using Simulation.Lives;
using Simulation.Plans;

namespace Simulation.Runs;

/// <summary>Plays a plan to its end. Nothing runs beside it: whatever is ready runs on the pool's one thread, and then the seed chooses what is next.</summary>
static class SeedRun
{
    const double SlowStorage = 0.01;
    const int MaxCrossings = 40_000;

    public static async Task<RunResult> PlayAsync(Plan plan, bool keepTrace = false, IPlantedFault? planted = null)
    {
        var behaviour = Behaviour.Read;
        await using var world = new World(plan, behaviour.Start, keepTrace, planted);
        for (var place = 0; place < plan.Setting.Instances; place++) await world.BeginLifeAsync(place);
        foreach (var workload in plan.Workloads) await workload.SetUpAsync(world);
        await QuietAsync();
        world.IsGated = true;
        foreach (var happening in plan.Happenings) _ = HappenAsync(world, happening);
        var crossings = await RunAsync(world, behaviour);
        world.IsGated = false;
        await CheckAsync(world);
        return new RunResult(plan.Seed, world.Violations, crossings, world.Trace.Count, world.Trace.Digest, world.Trace.Lines);
    }

    static async Task HappenAsync(World world, SimulatedEvent happening)
    {
        await world.Clock.DelayAsync(happening.At);
        await world.PlayAsync(happening);
    }

    static async Task<int> RunAsync(World world, Behaviour behaviour)
    {
        var faults = world.Plan.Faults.ToDictionary(fault => fault.At, fault => fault.Kind);
        var calm = world.Clock.Start + TimeSpan.FromHours(behaviour.FaultsUntilHours);
        var end = world.Clock.Start + TimeSpan.FromHours(behaviour.Hours);
        for (var crossings = 0; ;)
        {
            await QuietAsync();
            if (world.Crossings.Count > 0 && world.Random.NextDouble() >= SlowStorage)
            {
                if (++crossings > MaxCrossings)
                {
                    world.Violate("every run comes to rest", $"after {MaxCrossings} requests to storage there were still more.");
                    return crossings;
                }

                var fault = world.Clock.Now < calm ? faults.GetValueOrDefault(crossings) : FaultKind.None;
                await LetThroughAsync(world, world.Crossings.Take(world.Random.Next(world.Crossings.Count)), fault);
            }
            else if (!world.Clock.FireNext(world.Crossings.Count > 0 ? world.Clock.Now + TimeSpan.FromSeconds(2) : end) && world.Crossings.Count == 0)
            {
                return crossings;
            }
        }
    }

    static async Task LetThroughAsync(World world, StorageCall crossing, FaultKind fault)
    {
        if (!crossing.IsWrite && fault is FaultKind.AnswerLost or FaultKind.TimedOut) fault = FaultKind.Unavailable;
        world.Trace.Add($"life {crossing.Life.Number} {crossing.What}{(fault is FaultKind.None ? "" : $" !{fault}")}");
        switch (fault)
        {
            case FaultKind.CrashBefore:
                await world.KillAsync(crossing.Life);
                break;
            case FaultKind.CrashAfter:
                await crossing.PassAsync(FaultKind.None);
                await world.KillAsync(crossing.Life);
                break;
            default:
                await crossing.PassAsync(fault);
                break;
        }
    }

    static async Task CheckAsync(World world)
    {
        if (world.AnyLife() is not { } life)
        {
            world.Violate("the app comes back", "no life is left.");
            return;
        }

        var reader = new ApiReader(life);
        foreach (var invariant in AllInvariants.All)
        {
            await foreach (var broken in invariant.BrokenAsync(world, reader)) world.Violate(invariant.Name, broken);
        }
    }

    // The pool has one thread, and this runs on it: what is queued runs first, and nothing else can be running.
    static async Task QuietAsync()
    {
        do
        {
            await Task.Yield();
        }
        while (ThreadPool.PendingWorkItemCount > 0);
    }
}
