using FunctionsApp.Platform.Storage;
using LocalRuntime.Store;
using Simulation.Channel;
using Simulation.Faults;
using Simulation.Lives;
using Simulation.Plans;
using Simulation.Senders;

namespace Simulation.Runs;

/// <summary>One run's world: the store, the clock, the platform and the people, which outlive every life of the app.</summary>
sealed class World : IAsyncDisposable
{
    static int made;

    readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    readonly List<string> violations = [];
    int lives;

    public World(Plan plan, DateTimeOffset start, bool keepTrace, IPlantedFault? planted)
    {
        (Plan, Planted) = (plan, planted);
        Random = new Random(plan.Seed ^ 0x5eed);
        StoreName = FormattableString.Invariant($"run-{Interlocked.Increment(ref made)}");
        Clock = new SimulatedClock(start);
        Retry = new OptimisticRetry(Clock.ForLife(() => true), Random.NextDouble);
        Ids = new IdSource(count =>
        {
            var bytes = new byte[count];
            Random.NextBytes(bytes);
            return bytes;
        });
        Trace = new Trace(Clock, keepTrace);
        Store = new EmbeddedStore($":memory:{StoreName}", inline: true);
        Platform = new SimulatedPlatform(this);
        Links = new LinkRegistry(Platform);
        Sender = new Sender(this);
    }

    public Plan Plan { get; }

    public IPlantedFault? Planted { get; }

    /// <summary>The source of every choice that is made while the run goes on.</summary>
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

    public StorageScheduler Crossings { get; } = new();

    public SimulatedPlatform Platform { get; }

    public LinkRegistry Links { get; }

    public Sender Sender { get; }

    /// <summary>The lives in their places, dead ones until they are replaced.</summary>
    public List<AppInstance> Lives { get; } = [];

    /// <summary>Whether requests to storage wait to be let through.</summary>
    public bool IsGated { get; set; }

    /// <summary>Whether the groups that nobody dissolved so far stay so, to see that they are not forgotten.</summary>
    public bool LeavesGroups => Plan.Seed % 2 == 0;

    /// <summary>The ids of the events that the app acknowledged.</summary>
    public HashSet<string> Acknowledged { get; } = new(StringComparer.Ordinal);

    public int ScansTried { get; set; }

    public int ScansAnswered { get; set; }

    public int Retries { get; set; }

    /// <summary>What was found wrong.</summary>
    public IReadOnlyList<string> Violations => violations;

    /// <summary>Somebody is still telling or asking something.</summary>
    public int Playing { get; private set; }

    public void Violate(string invariant, string what)
    {
        var violation = $"{invariant}: {what}";
        if (!violations.Contains(violation)) violations.Add(violation);
        Trace.Add($"VIOLATED {violation}");
    }

    public void NameCode(string inviter, string code)
    {
        codes[inviter] = code;
        Trace.Name(code, $"code-of-{inviter}");
    }

    public string CodeOf(string inviter) => codes[inviter];

    /// <summary>A life that a sender reaches; null while none lives.</summary>
    public AppInstance? AnyLife()
    {
        var alive = Lives.Where(life => life is { IsAlive: true, IsUp: true }).ToList();
        return alive.Count == 0 ? null : alive[Random.Next(alive.Count)];
    }

    /// <summary>Starts a life in a place.</summary>
    public async Task BeginLifeAsync(int place)
    {
        var life = AppInstance.Of(this, ++lives);
        if (place == Lives.Count) Lives.Add(life);
        else Lives[place] = life;
        Trace.Add($"life {life.Number} begins in place {place + 1}");
        try
        {
            await life.StartAsync();
        }
#pragma warning disable CA1031 // whatever it is that an app cannot start for, its supervisor starts it again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Trace.Add($"life {life.Number} could not start: {failure.GetType().Name}");
            await KillAsync(life);
            return;
        }

        Trace.Add($"life {life.Number} is up");
        foreach (var other in Lives.Where(other => other != life && other.IsAlive)) other.LookAgain();
    }

    /// <summary>Ends a life; another one begins in its place after a while.</summary>
    public async Task KillAsync(AppInstance life)
    {
        if (!life.IsAlive) return;
        Trace.Add($"life {life.Number} is killed");
        await life.KillAsync();
        Crossings.Forget(life);
        _ = ReplaceAsync(Lives.IndexOf(life));
        foreach (var other in Lives.Where(other => other.IsAlive)) other.LookAgain();
    }

    /// <summary>Something happens; the run does not wait for its end.</summary>
    public async Task PlayAsync(SimulatedEvent happening)
    {
        Playing++;
        await happening.HappenAsync(this);
        Playing--;
    }

    /// <summary>An operator's request while everything is well.</summary>
    public async Task<Answer> SetUpAsync(Ask ask)
    {
        var answer = await Lives[0].SendAsync(ask);
        return answer is { IsSuccess: true } ? answer : throw new InvalidOperationException($"{ask.Method} {ask.Path} was answered {answer?.Status}: {answer?.Text}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in Lives) await life.KillAsync();
        await Store.DisposeAsync();
        Trace.Dispose();
    }

    async Task ReplaceAsync(int place)
    {
        await Clock.DelayAsync(TimeSpan.FromSeconds(1 + (60 * Random.NextDouble())));
        await BeginLifeAsync(place);
    }
}
