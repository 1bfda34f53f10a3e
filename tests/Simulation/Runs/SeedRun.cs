using Simulation.Faults;
using Simulation.Instances;
using Simulation.Invariants;
using Simulation.Plans;

namespace Simulation.Runs;

/// <summary>
/// Plays a plan to its end. All work that is ready runs on the only thread of the pool; then the seed chooses the next
/// request.
/// </summary>
static class SeedRun
{
    const double SlowStorage = 0.01;

    // Beside the look of each instance at its due work every minute.
    const int MaxRequests = 45_000;

    public static async Task<RunResult> PlayAsync(Plan plan, bool keepTrace = false, IPlantedFault? planted = null)
    {
        var behaviour = Behaviour.FromFile;
        await using var world = new World(plan, behaviour.Start, keepTrace, planted);
        for (var place = 0; place < plan.Setting.Instances; place++) await world.StartInstanceAsync(place);
        foreach (var workload in plan.Workloads) await workload.SetUpAsync(world);
        await SingleThread.WaitUntilIdleAsync();
        world.IsGated = true;
        foreach (var simulatedEvent in plan.Events) _ = PlayEventAsync(world, simulatedEvent);
        var requests = await RunAsync(world, behaviour);
        world.IsGated = false;
        await CheckAsync(world);
        return new RunResult(
            plan.Seed,
            world.Violations,
            requests,
            world.Trace.Count,
            world.Trace.Digest,
            world.Trace.Lines);
    }

    static async Task PlayEventAsync(World world, SimulatedEvent simulatedEvent)
    {
        await world.Clock.DelayAsync(simulatedEvent.At);
        await world.PlayAsync(simulatedEvent);
    }

    static async Task<int> RunAsync(World world, Behaviour behaviour)
    {
        var faults = world.Plan.Faults.ToDictionary(fault => fault.RequestNumber, fault => fault.Kind);
        var faultsEnd = world.Clock.Start + TimeSpan.FromHours(behaviour.FaultsUntilHours);
        var end = world.Clock.Start + TimeSpan.FromHours(behaviour.Hours);
        var limit = MaxRequests + (world.Plan.Setting.Instances * (int)(end - world.Clock.Start).TotalMinutes);
        for (var requests = 0; ;)
        {
            await SingleThread.WaitUntilIdleAsync();
            if (world.Scheduler.Count > 0 && world.Random.NextDouble() >= SlowStorage)
            {
                if (++requests > limit)
                {
                    world.Violate("every run ends", $"requests continue after {limit} requests to storage.");
                    return requests;
                }

                var fault = world.Clock.Now < faultsEnd ? faults.GetValueOrDefault(requests) : FaultKind.None;
                await ReleaseAsync(world, world.Scheduler.Take(world.Random.Next(world.Scheduler.Count)), fault);
            }
            else if (
                !world.Clock.FireNext(world.Scheduler.Count > 0 ? world.Clock.Now + TimeSpan.FromSeconds(2) : end)
                && world.Scheduler.Count == 0)
            {
                return requests;
            }
        }
    }

    static async Task ReleaseAsync(World world, StorageCall call, FaultKind fault)
    {
        if (!call.IsWrite && fault is FaultKind.AnswerLost or FaultKind.TimedOut)
            fault = FaultKind.Unavailable;
        world.Trace.Add(
            $"instance {call.Instance.Number} {call.Description}{(fault is FaultKind.None ? "" : $" !{fault}")}");
        switch (fault)
        {
            case FaultKind.CrashBefore:
                await world.KillAsync(call.Instance);
                break;
            case FaultKind.CrashAfter:
                await call.PassAsync(FaultKind.None);
                await world.KillAsync(call.Instance);
                break;
            default:
                await call.PassAsync(fault);
                break;
        }
    }

    static async Task CheckAsync(World world)
    {
        if (world.AnyInstance() is not { } instance)
        {
            world.Violate("the app is restarted", "no app instance runs at the end.");
            return;
        }

        var reader = new ApiReader(instance);
        foreach (var invariant in AllInvariants.All)
        {
            await foreach (var broken in invariant.FindViolationsAsync(world, reader))
                world.Violate(invariant.Name, broken);
        }
    }
}
