using Community.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Tests.Messaging.WeCom;
using LocalRuntime.Store;
using Simulation.Channel;
using Simulation.Faults;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Senders;
using Simulation.WeCom;
using TestSupport.Logs;

namespace Simulation.Runs;

/// <summary>
/// The state of one run that remains when an app instance is killed: store, clock, platform and senders.
/// </summary>
sealed class World : IAsyncDisposable
{
    static int storeCount;

    readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    readonly List<string> violations = [];
    readonly SortedSet<string> leakedLines = new(StringComparer.Ordinal);
    readonly PlantedValues plantedValues = new(
        AppInstance.Key, Webhooks.Secret, WeComHost.Secret, WeComHost.Token);
    int startedInstances;

    public World(Plan plan, DateTimeOffset start, bool keepTrace, IPlantedFault? planted)
    {
        (Plan, Planted) = (plan, planted);
        Random = new Random(plan.Seed ^ 0x5eed);
        StoreName = FormattableString.Invariant($"run-{Interlocked.Increment(ref storeCount)}");
        Clock = new SimulatedClock(start);
        Retry = new OptimisticRetry(Clock.ForInstance(() => true), Random.NextDouble);
        Ids = InMemoryHost.IdsFrom(Random);
        Trace = new Trace(Clock, keepTrace);
        Store = new EmbeddedStore($":memory:{StoreName}", inline: true);
        SimulatedPlatform = new SimulatedPlatform(this);
        WeCom = plan.IsOnWeCom ? new WeComPlatform(this) : null;
        Links = new LinkRegistry(Platform);
        Sender = new Sender(this);
        Calls = new CallRegistry(Clock);
    }

    public Plan Plan { get; }

    public IPlantedFault? Planted { get; }

    /// <summary>The source of every choice during the run.</summary>
    public Random Random { get; }

    /// <summary>The retries of every app instance, on the simulated clock.</summary>
    public OptimisticRetry Retry { get; }

    /// <summary>The ids of every app instance, drawn from the seed.</summary>
    public IdSource Ids { get; }

    public string StoreName { get; }

    public SimulatedClock Clock { get; }

    public Trace Trace { get; }

    public EmbeddedStore Store { get; }

    public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

    public StorageScheduler Scheduler { get; } = new();

    /// <summary>The platform of the simulated channel, which a run on WeCom does not use.</summary>
    public SimulatedPlatform SimulatedPlatform { get; }

    /// <summary>The platform of a run on WeCom; null in the others.</summary>
    public WeComPlatform? WeCom { get; }

    public IPlatform Platform => WeCom is { } platform ? platform : SimulatedPlatform;

    public LinkRegistry Links { get; }

    public Sender Sender { get; }

    public CallRegistry Calls { get; }

    public OperatorRegistry Operators { get; } = new();

    /// <summary>The app instances by place; a killed one stays until it is replaced.</summary>
    public List<AppInstance> Instances { get; } = [];

    /// <summary>True while requests to storage wait in the scheduler.</summary>
    public bool IsGated { get; set; }

    /// <summary>True when a person sends the messages to groups.</summary>
    public bool NeedsTaps => Plan.Setting.CapabilityOf(ChannelAction.SendToGroup) is not Capability.Automatic;

    /// <summary>True when staff never dissolve a group, so that its task has to escalate.</summary>
    public bool KeepsGroups => Plan.Seed % 2 == 0;

    /// <summary>The ids of the events that the app acknowledged.</summary>
    public HashSet<string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>The addresses of accepted files by their keys.</summary>
    public Dictionary<string, string> Imports { get; } = new(StringComparer.Ordinal);

    /// <summary>The document of plans that was imported last; null while there is none.</summary>
    public object? ImportedPlans { get; set; }

    /// <summary>The pushes that the app said to have skipped for an operator.</summary>
    public HashSet<string> SkippedPushes { get; } = new(StringComparer.Ordinal);

    /// <summary>What the app said that pushes will become.</summary>
    public List<PushPreview> Previews { get; } = [];

    /// <summary>The requests about feedback that the app answered with a success, with the instant.</summary>
    public Dictionary<(string Id, FeedbackDeed Deed), DateTimeOffset> Feedback { get; } = [];

    /// <summary>The requests about crises that the app answered with a success, with the instant.</summary>
    public Dictionary<(string Id, CrisisDeed Deed), DateTimeOffset> Crises { get; } = [];

    /// <summary>
    /// The requests about promises that the app answered with a success, with the instant; a unit is named
    /// <c>{promise}/{number}</c>.
    /// </summary>
    public Dictionary<(string Id, PromiseDeed Deed), DateTimeOffset> Promises { get; } = [];

    /// <summary>The requests about violations that the app answered with a success, with the instant.</summary>
    public Dictionary<(string Id, ViolationDeed Deed), DateTimeOffset> RuleBreaches { get; } = [];

    /// <summary>The ids of the group-buys that the app made.</summary>
    public HashSet<string> GroupBuys { get; } = new(StringComparer.Ordinal);

    /// <summary>What the app answered to cancellations of group-buys.</summary>
    public List<GroupBuyView> CancelledGroupBuys { get; } = [];

    /// <summary>The requests about super users that the app answered with a success.</summary>
    public HashSet<(string MemberId, SuperUserDeed Deed)> SuperUsers { get; } = [];

    /// <summary>The number of edits of the charter that the app answered with a success.</summary>
    public int CharterEdits { get; set; }

    /// <summary>No app instance starts before this instant.</summary>
    public DateTimeOffset DownUntil { get; set; }

    public int ScanAttempts { get; set; }

    public int AnsweredScans { get; set; }

    public IReadOnlyList<string> Violations => violations;

    /// <summary>Log lines that contain planted values.</summary>
    public IReadOnlyCollection<string> LeakedLines => leakedLines;

    public void Violate(string invariant, string what)
    {
        var violation = $"{invariant}: {what}";
        if (!violations.Contains(violation)) violations.Add(violation);
        Trace.Add($"VIOLATED {violation}");
    }

    /// <summary>Checks a line of the app's log.</summary>
    public void CheckLog(LogLine line)
    {
        if (plantedValues.IsIn(line)) leakedLines.Add($"{line}");
    }

    public void NameCode(string inviter, string code)
    {
        codes[inviter] = code;
        Trace.Name(code, $"code-of-{inviter}");
    }

    public string CodeOf(string inviter) => codes[inviter];

    /// <summary>An app instance that answers; null while none runs.</summary>
    public AppInstance? AnyInstance()
    {
        var alive = Instances.Where(instance => instance is { IsAlive: true, IsStarted: true }).ToList();
        return alive.Count == 0 ? null : alive[Random.Next(alive.Count)];
    }

    /// <summary>Starts an app instance in a place.</summary>
    public async Task StartInstanceAsync(int place)
    {
        var instance = AppInstance.Create(this, ++startedInstances);
        if (place == Instances.Count) Instances.Add(instance);
        else Instances[place] = instance;
        Trace.Add($"instance {instance.Number} starts in place {place + 1}");
        try
        {
            await instance.StartAsync();
        }
#pragma warning disable CA1031 // an app that cannot start is started again for any exception
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Trace.Add($"instance {instance.Number} could not start: {failure.GetType().Name}");
            await KillAsync(instance);
            return;
        }

        Trace.Add($"instance {instance.Number} is started");
        foreach (var other in Instances.Where(other => other != instance && other.IsAlive)) other.NoticeOtherHosts();
    }

    /// <summary>Kills an app instance; another one starts in its place after a delay.</summary>
    public async Task KillAsync(AppInstance instance)
    {
        if (!instance.IsAlive) return;
        Trace.Add($"instance {instance.Number} is killed");
        await instance.KillAsync();
        Scheduler.Forget(instance);
        _ = ReplaceAsync(Instances.IndexOf(instance));
        foreach (var other in Instances.Where(other => other.IsAlive)) other.NoticeOtherHosts();
    }

    /// <summary>Plays an event; the run does not wait for its end.</summary>
    public async Task PlayAsync(SimulatedEvent simulatedEvent)
    {
        await simulatedEvent.PlayEventAsync(this);
    }

    /// <summary>A request of an operator before faults begin; it must succeed.</summary>
    public async Task<ApiResponse> SetUpAsync(ApiRequest request)
    {
        var answer = await Calls.SendAsync(Instances[0], request);
        return answer is { IsSuccess: true }
            ? answer
            : throw new InvalidOperationException(
                $"{request.Method} {request.Path} was answered {answer?.Status}: {answer?.Text}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances) await instance.KillAsync();
        await Store.DisposeAsync();
        Trace.Dispose();
    }

    async Task ReplaceAsync(int place)
    {
        await Clock.DelayAsync(TimeSpan.FromSeconds(1 + (60 * Random.NextDouble())));
        if (DownUntil > Clock.Now) await Clock.DelayAsync(DownUntil - Clock.Now);
        await StartInstanceAsync(place);
    }
}
