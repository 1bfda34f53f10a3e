using Community.Messaging.Channels.WeCom;
using Simulation.Faults;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>
/// Everything that a seed decides before a run. During the run, the seed also chooses the next request among those that
/// wait.
/// </summary>
sealed record Plan(
    int Seed,
    Setting Setting,
    IReadOnlyList<IWorkload> Workloads,
    IReadOnlyList<SimulatedEvent> Events,
    IReadOnlyList<Fault> Faults)
{
    /// <summary>Seeds above this number play the app on WeCom, the others on the simulated channel.</summary>
    public const int WeComSeeds = 1_000_000;

    /// <summary>True when the app runs on WeCom.</summary>
    public bool IsOnWeCom => Seed > WeComSeeds;

    public static Plan Draw(int seed) => seed > WeComSeeds
        ? Draw(seed, OfWeCom).OnWeCom()
        : Draw(seed, Behaviour.FromFile);

    // Each chat is read every hour, so a run has fewer of them.
    static Behaviour OfWeCom { get; } = Behaviour.FromFile with
    {
        Onboarding = 0.8,
        Campaigns = 0.5,
        FlashSale = 0.4,
        Conversions = 0.3,
        MemberLinks = 0.3,
        Pushes = 0.4,
    };

    public static Plan Draw(int seed, Behaviour behaviour)
    {
        var random = new Random(seed);
        var setting = Setting.Draw(random, behaviour);
        IReadOnlyList<IWorkload> workloads = [.. AllWorkloads.Draw(seed, random, behaviour)];
        List<SimulatedEvent> events =
        [
            .. workloads
                .SelectMany(workload => workload.Draw(random))
                .Select(simulatedEvent => AddDelays(simulatedEvent, random, behaviour)),
        ];
        var until = TimeSpan.FromHours(behaviour.FaultsUntilHours);
        for (var kill = random.Next(behaviour.Crashes[0], behaviour.Crashes[1] + 1); kill > 0; kill--)
            events.Add(new ProcessKill(until * random.NextDouble(), random.Next(2)));
        if (random.NextDouble() < behaviour.ClockJump)
            events.Add(new ClockJump(until * random.NextDouble(), TimeSpan.FromMinutes(random.Next(1, 600))));
        var faults = Enumerable
            .Range(0, random.Next(behaviour.Faults[0], behaviour.Faults[1] + 1))
            .Select(_ => new Fault(
                (int)(behaviour.MaxFaultRequest * Math.Pow(random.NextDouble(), 2)),
                (FaultKind)random.Next(1, Enum.GetValues<FaultKind>().Length)))
            .DistinctBy(fault => fault.RequestNumber)
            .OrderBy(fault => fault.RequestNumber);
        return new Plan(
            seed,
            setting,
            workloads,
            [.. events.OrderBy(simulatedEvent => simulatedEvent.At)],
            [.. faults]);
    }

    /// <summary>The plan with only the events and faults at these places; null keeps all.</summary>
    public Plan Keep(IReadOnlyList<int>? events, IReadOnlyList<int>? faults) => this with
    {
        Events = events is null ? Events : [.. events.Select(at => Events[at])],
        Faults = faults is null ? Faults : [.. faults.Select(at => Faults[at])],
    };

    // The platform tells nothing that members write, and no union ids: the corporation has no developer account, so a
    // person with two accounts is two persons, and nobody joins elsewhere with both.
    Plan OnWeCom() => this with
    {
        Setting = Setting with
        {
            Capabilities = Setting.OfWeCom,
            GroupSendLimit = (GroupSendLimit)(Seed % Enum.GetValues<GroupSendLimit>().Length),
        },
        Events =
        [
            .. Events
                .Where(simulatedEvent => simulatedEvent is not (
                    ChannelWebhookCall { Type: "message.posted" }
                    or ChannelWebhookCall { GroupId: CampaignWorkload.Elsewhere }))
                .Select(simulatedEvent =>
                    simulatedEvent is ChannelWebhookCall call ? ChatChange.From(call) : simulatedEvent),
        ],
    };

    static SimulatedEvent AddDelays(SimulatedEvent simulatedEvent, Random random, Behaviour behaviour)
    {
        var late =
            random.NextDouble() < behaviour.Late ? TimeSpan.FromMinutes(random.NextDouble() * 90) : TimeSpan.Zero;
        List<TimeSpan> repeatDelays = [];
        while (random.NextDouble() < behaviour.Repeated)
            repeatDelays.Add(TimeSpan.FromSeconds(Math.Pow(random.NextDouble(), 3) * 7200));
        return simulatedEvent switch
        {
            ChannelWebhookCall call => call with { Delay = call.Delay + late, RepeatDelays = repeatDelays },
            ShopCall call => call with { Delay = late, RepeatDelays = repeatDelays },
            _ => simulatedEvent,
        };
    }
}
