using LocalRuntime.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>
/// Claims due work in the store and runs it, a bounded number at once; then sleeps until more is due. After its
/// disposal it claims nothing more.
/// </summary>
abstract class WorkLoop<T> : IAsyncDisposable
    where T : class
{
    readonly RunningSet<T> running;
    readonly Pump pump;
    volatile bool started;

    protected WorkLoop(EngineParts parts, int maxConcurrent)
    {
        (Parts, running) = (parts, new RunningSet<T>(maxConcurrent));
        pump = new Pump(parts.Clock, parts.Gauge, ClaimOrRetryAsync);
    }

    /// <summary>Called after work was claimed, so that its leases are renewed.</summary>
    public Action OnClaimed { get; set; } = () => { };

    /// <summary>Called when a result, stored or perhaps stored, may have made work for the other loop.</summary>
    public Action OnResult { get; set; } = () => { };

    public IReadOnlyList<T> Running => running.Snapshot();

    protected EngineParts Parts { get; }

    public void Start()
    {
        started = true;
        pump.Start();
    }

    /// <summary>Looks for due work, unless the loop has not started yet.</summary>
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

    protected abstract List<T> Claim(SqliteConnection connection, DateTime now, DateTime until, int limit);

    /// <summary>
    /// Moves the end of the lease on <paramref name="work"/> to <paramref name="until"/>, later or sooner.
    /// </summary>
    public abstract int Lease(SqliteConnection connection, T work, DateTime until);

    /// <summary>
    /// Runs claimed work. An exception means that its result could not be stored; the work is then run again.
    /// </summary>
    protected abstract Task RunAsync(T work);

    async Task<DateTimeOffset?> ClaimOrRetryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ClaimAsync();
        }
#pragma warning disable CA1031 // the loop outlives every failure of the store
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (Parts.Store.IsAbandoned) return null;
            Parts.Log.LogError(
                failure, "Work could not be claimed; the next attempt is in {Delay}.", Parts.Options.RetryDelay);
            return Parts.Clock.GetUtcNow() + Parts.Options.RetryDelay;
        }
    }

    // Null while the loop is full: the first work that ends wakes it.
    async Task<DateTimeOffset?> ClaimAsync()
    {
        var free = running.Free;
        if (free == 0) return null;
        var now = Parts.Now;
        if (Parts.Store.Read(connection => AnyDue(connection, now)))
        {
            var until = now + Parts.Options.LeaseDuration;
            var claimed = await Parts.Store.WriteAsync(store => Claim(store, now, until, free), repeatable: true);
            foreach (var work in claimed) Begin(work);
            if (claimed.Count > 0) OnClaimed();
            if (claimed.Count == free) return null;
        }

        var next = Parts.Store.Read(connection => NextDue(connection, now));
        return Earlier(next, Parts.Options.IsShared() ? now + Parts.Options.PollInterval : null);
    }

    void Begin(T work)
    {
        running.Add(work);
#pragma warning disable CA2000 // the task that runs the work disposes of it
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
#pragma warning disable CA1031 // a failure of the store costs one run of the work, not the engine
            catch (Exception failure)
#pragma warning restore CA1031
            {
                await PostponeAsync(work, failure);
                OnResult(); // a result whose answer was lost is stored, and nothing else wakes the other loop
            }

            running.Remove(work);
            Wake();
        }
    }

    async Task PostponeAsync(T work, Exception failure)
    {
        if (Parts.Store.IsAbandoned) return;
        var delay = Parts.Options.RetryDelay;
        Parts.Log.LogError(failure, "The result of {Work} could not be stored; it runs again in {Delay}.", work, delay);
        try
        {
            await Parts.Store.WriteAsync(connection => Lease(connection, work, Parts.Now + delay));
        }
#pragma warning disable CA1031 // the lease then ends by itself, later
        catch (Exception)
#pragma warning restore CA1031
        {
            Parts.Log.LogWarning("{Work} is run again when its lease ends.", work);
        }
    }

    static DateTimeOffset? Earlier(DateTimeOffset? due, DateTime? poll) =>
        poll is { } at && (due is null || at < due.Value.UtcDateTime) ? new DateTimeOffset(at, TimeSpan.Zero) : due;
}
