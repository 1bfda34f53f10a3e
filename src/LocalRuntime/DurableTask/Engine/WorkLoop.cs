namespace LocalRuntime.DurableTask.Engine;

/// <summary>Claims due work and runs it, a bounded number at once; then sleeps until more is due.</summary>
abstract class WorkLoop<T> : IAsyncDisposable
    where T : class
{
    readonly Lock sync = new();
    readonly HashSet<T> running = new(ReferenceEqualityComparer.Instance);
    readonly WorkGauge active = new();
    readonly int maxConcurrent;
    readonly Pump pump;
    volatile bool started;

    protected WorkLoop(string name, EngineParts parts, int maxConcurrent, TimeSpan leaseDuration)
    {
        (Parts, this.maxConcurrent, LeaseDuration) = (parts, maxConcurrent, leaseDuration);
        pump = new Pump(name, parts.Clock, parts.Gauge, parts.Log, _ => ClaimUnlessAbandonedAsync());
    }

    public TimeSpan LeaseDuration { get; }

    public Action OnClaimed { get; set; } = () => { };

    /// <summary>Called when a result, stored or perhaps stored, may have made work for the other loop.</summary>
    public Action OnResult { get; set; } = () => { };

    /// <summary>Why the loop stands still; null while it goes on.</summary>
    public string? Standstill => pump.Standstill;

    protected EngineParts Parts { get; }

    public IReadOnlyList<T> Snapshot()
    {
        lock (sync) return [.. running];
    }

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

    public Task WhenEmptyAsync() => active.WhenIdleAsync();

    protected abstract bool AnyDue(SqliteConnection connection, DateTime now);

    protected abstract DateTimeOffset? NextDue(SqliteConnection connection, DateTime now);

    protected abstract List<T> Claim(SqliteConnection connection, DateTime now, DateTime until, int limit);

    public int Renew(SqliteConnection connection, T work) => Lease(connection, work, Parts.Now + LeaseDuration);

    protected abstract int Lease(SqliteConnection connection, T work, DateTime until);

    /// <summary>Runs claimed work, which is run again if its result cannot be stored and this throws.</summary>
    protected abstract Task RunAsync(T work);

    async Task<DateTimeOffset?> ClaimUnlessAbandonedAsync()
    {
        try
        {
            return await ClaimAsync();
        }
        catch (OperationCanceledException) when (Parts.Store.IsAbandoned)
        {
            return null;
        }
    }

    // Null while the loop is full: the first work that ends wakes it.
    async Task<DateTimeOffset?> ClaimAsync()
    {
        var free = maxConcurrent - active.Running;
        if (free == 0) return null;
        var now = Parts.Now;
        if (Parts.Store.Read(connection => AnyDue(connection, now)))
        {
            var until = now + LeaseDuration;
            var claimed = await Parts.Store.WriteAsync(store => Claim(store, now, until, free), repeatable: true);
            foreach (var work in claimed) Begin(work);
            if (claimed.Count > 0) OnClaimed();
            if (claimed.Count == free) return null;
        }

        return Parts.Store.Read(connection => NextDue(connection, now));
    }

    void Begin(T work)
    {
        lock (sync) running.Add(work);
#pragma warning disable CA2000 // the task that runs the work disposes of them
        var (lease, entry) = (Parts.Gauge.Enter(), active.Enter());
#pragma warning restore CA2000
        _ = Task.Run(() => RunLeasedAsync(work, lease, entry));
    }

    async Task RunLeasedAsync(T work, IDisposable lease, IDisposable entry)
    {
        using (lease)
        {
            try
            {
                await RunAsync(work);
            }
            catch (Exception failure) // a failure of the store costs one run of the work, not the engine
            {
                await PostponeAsync(work, failure);
                OnResult(); // a result whose answer was lost is stored, and nothing else wakes the other loop
            }

            lock (sync) running.Remove(work);
            entry.Dispose();
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
        catch (Exception) // the lease then ends by itself, later
        {
            Parts.Log.LogWarning("{Work} is run again when its lease ends.", work);
        }
    }
}
