using Simulation.Faults;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>All that a seed decides before the run begins. The order of ready work is decided by the seed while it runs.</summary>
sealed record Plan(int Seed, Setting Setting, IReadOnlyList<IWorkload> Workloads, IReadOnlyList<SimulatedEvent> Happenings, IReadOnlyList<Fault> Faults)
{
    public static Plan Draw(int seed) => Draw(seed, Behaviour.Read);

    public static Plan Draw(int seed, Behaviour behaviour)
    {
        var random = new Random(seed);
        var setting = Setting.Draw(random, behaviour);
        IReadOnlyList<IWorkload> workloads = [.. AllWorkloads.Draw(random, behaviour)];
        List<SimulatedEvent> happenings = [.. workloads.SelectMany(workload => workload.Draw(random)).Select(happening => Disturbed(happening, random, behaviour))];
        var until = TimeSpan.FromHours(behaviour.FaultsUntilHours);
        for (var kill = random.Next(behaviour.Crashes[0], behaviour.Crashes[1] + 1); kill > 0; kill--) happenings.Add(new ProcessKill(until * random.NextDouble(), random.Next(2)));
        if (random.NextDouble() < behaviour.ClockJump) happenings.Add(new ClockJump(until * random.NextDouble(), TimeSpan.FromMinutes(random.Next(1, 600))));
        var faults = Enumerable.Range(0, random.Next(behaviour.Faults[0], behaviour.Faults[1] + 1))
            .Select(_ => new Fault((int)(behaviour.Crossings * Math.Pow(random.NextDouble(), 2)), (FaultKind)random.Next(1, Enum.GetValues<FaultKind>().Length)))
            .DistinctBy(fault => fault.At)
            .OrderBy(fault => fault.At);
        return new Plan(seed, setting, workloads, [.. happenings.OrderBy(happening => happening.At)], [.. faults]);
    }

    static SimulatedEvent Disturbed(SimulatedEvent happening, Random random, Behaviour behaviour)
    {
        var late = random.NextDouble() < behaviour.Late ? TimeSpan.FromMinutes(random.NextDouble() * 90) : TimeSpan.Zero;
        List<TimeSpan> again = [];
        while (random.NextDouble() < behaviour.Repeated) again.Add(TimeSpan.FromSeconds(Math.Pow(random.NextDouble(), 3) * 7200));
        return happening switch
        {
            ChannelWebhookCall told => told with { Late = late, Again = again },
            ShopCall traded => traded with { Late = late, Again = again },
            _ => happening,
        };
    }
}
