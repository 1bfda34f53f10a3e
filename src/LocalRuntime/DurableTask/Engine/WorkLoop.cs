using LocalRuntime.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>Claims what is due in the store and runs it, a bounded number at once; sleeps until more is due. Disposed, it claims nothing more.</summary>
abstract class WorkLoop<T> : IAsyncDisposable
    where T : class
{
    readonly RunningSet<T> running;
    readonly Pump pump;
    volatile bool started;

    protected WorkLoop(EngineParts parts, int atOnce)
    {
        (Parts, running) = (parts, new RunningSet<T>(atOnce));
        pump = new Pump(parts.Clock, parts.Gauge, TurnAsync);
    }

    /// <summary>Called when work was claimed, so that its leases are kept.</summary>
    public Action Claimed { get; set; } = () => { };

    /// <summary>What runs now.</summary>
    public IReadOnlyList<T> Running => running.Snapshot();

    protected EngineParts Parts { get; }

    public void Start()
    {
        started = true;
        pump.Start();
    }

    /// <summary>Something may be due. A loop that does not run yet finds it when it starts.</summary>
    public void Wake()
    {
        if (started) pump.Wake();
    }

    public async ValueTask DisposeAsync()
    {
        started = false;
        await pump.DisposeAsync();
    }

    /// <summary>Completes when nothing runs.</summary>
    public Task WhenEmptyAsync() => running.WhenEmptyAsync();

    protected abstract bool AnyDue(SqliteConnection connection, DateTime now);

    protected abstract DateTimeOffset? NextDue(SqliteConnection connection, DateTime now);

    protected abstract List<T> Claim(SqliteConnection connection, DateTime now, DateTime until, int most);

    /// <summary>Makes the lease of <paramref name="work"/> end at <paramref name="until"/>, whether later or sooner than it would.</summary>
    public abstract int Lease(SqliteConnection connection, T work, DateTime until);

    /// <summary>Runs what was claimed. It throws only when the store refuses its result; the work is then done again.</summary>
    protected abstract Task RunAsync(T work);

    async Task<DateTimeOffset?> TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ClaimAsync();
        }
#pragma warning disable CA1031 // whatever the store says, the loop goes on and asks it again
        catch (Exception refused)
#pragma warning restore CA1031
        {
            if (Parts.Store.IsAbandoned) return null;
            Parts.Log.LogError(refused, "The store refused to hand out work; it is asked again in {Delay}.", Parts.Options.RetryDelay);
            return Parts.Clock.GetUtcNow() + Parts.Options.RetryDelay;
        }
    }

    // Null while every place is taken: the first that becomes free wakes the loop.
    async Task<DateTimeOffset?> ClaimAsync()
    {
        var free = running.Free;
        if (free == 0) return null;
        var now = Parts.Now;
        if (Parts.Store.Read(connection => AnyDue(connection, now)))
        {
            var claimed = await Parts.Store.WriteAsync(connection => Claim(connection, now, now + Parts.Options.LeaseDuration, free), repeatable: true);
            foreach (var work in claimed) Begin(work);
            if (claimed.Count > 0) Claimed();
            if (claimed.Count == free) return null;
        }

        return Sooner(Parts.Store.Read(connection => NextDue(connection, now)), Parts.Options.IsShared() ? now + Parts.Options.PollInterval : null);
    }

    void Begin(T work)
    {
        running.Add(work);
#pragma warning disable CA2000 // the task that does the work gives the lease back
        var lease = Parts.Gauge.Enter();
#pragma warning restore CA2000
        _ = Task.Run(() => RunLeasedAsync(work, lease));
    }

    async Task RunLeasedAsync(T work, IDisposable lease)
    {
        using (lease)
        {
            try
            {
                await RunAsync(work);
            }
#pragma warning disable CA1031 // a store that refuses costs what was done, not the engine
            catch (Exception refused)
#pragma warning restore CA1031
            {
                await PostponeAsync(work, refused);
            }

            running.Remove(work);
            Wake();
        }
    }

    async Task PostponeAsync(T work, Exception refused)
    {
        if (Parts.Store.IsAbandoned) return;
        Parts.Log.LogError(refused, "The store refused the result of {Work}; it is done again in {Delay}.", work, Parts.Options.RetryDelay);
        try
        {
            await Parts.Store.WriteAsync(connection => Lease(connection, work, Parts.Now + Parts.Options.RetryDelay));
        }
#pragma warning disable CA1031 // then the lease ends by itself, later
        catch (Exception)
#pragma warning restore CA1031
        {
            Parts.Log.LogWarning("{Work} is done again when its lease ends.", work);
        }
    }

    static DateTimeOffset? Sooner(DateTimeOffset? due, DateTime? poll) =>
        poll is { } at && (due is null || at < due.Value.UtcDateTime) ? new DateTimeOffset(at, TimeSpan.Zero) : due;
}
