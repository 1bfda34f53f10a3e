namespace LocalRuntime.DurableTask;

/// <summary>Runs orchestrations on a store: replays them, fires their timers, runs their activities.</summary>
public sealed class OrchestrationEngine : IAsyncDisposable, IDueSource
{
    readonly EngineRun run = new();
    readonly CancellationTokenSource stopping = new();
    readonly EngineParts parts;
    readonly OrchestrationTurns turns;
#pragma warning disable CA2213 // DisposeAsync disposes of it, where the rule does not see it
    readonly ActivityRuns activities;
#pragma warning restore CA2213
    readonly LeaseRenewal renewal;
    bool disposed;

    /// <summary>Creates an engine that runs nothing until <see cref="Start"/>; its client works at once.</summary>
    public OrchestrationEngine(
        EmbeddedStore store, TimeProvider clock, WorkGauge gauge, IOrchestrationCatalog catalog, ILoggerFactory loggers,
        OrchestrationEngineOptions options)
    {
        parts = new EngineParts(new DurableStore(store), clock, gauge, catalog, loggers, options, run.Owner);
        var watch = new InstanceWatch();
        turns = new OrchestrationTurns(parts, watch);
        activities = new ActivityRuns(parts, stopping.Token);
        var shortest = TimeSpan.FromTicks(Math.Min(turns.LeaseDuration.Ticks, activities.LeaseDuration.Ticks));
        renewal = new LeaseRenewal(clock, shortest / 3, RenewLeases);
        Client = new EmbeddedDurableTaskClient(parts, watch, turns.Wake);
        turns.OnClaimed = activities.OnClaimed = renewal.Arm;
        turns.OnResult = activities.Wake;
        activities.OnResult = turns.Wake;
        store.WriteAsync(DurableSchema.Create).GetAwaiter().GetResult();
    }

    internal IStorageGate? Gate
    {
        init => parts.Store.Gate = value;
    }

    public DurableTaskClient Client { get; }

    /// <summary>Why loops of the engine stand still; empty while all go on.</summary>
    public IEnumerable<string> Standstills => new[] { turns.Standstill, activities.Standstill }.OfType<string>();

    /// <summary>Releases the leases of dead engines of this machine, then starts to run turns and activities.</summary>
    public void Start()
    {
        ReleaseDeadAsync().GetAwaiter().GetResult();
        turns.Start();
        activities.Start();
    }

    /// <summary>Takes over the work that other processes of the store have left.</summary>
    public async Task TakeOverAsync()
    {
        await ReleaseDeadAsync();
        turns.Wake();
        activities.Wake();
    }

    public IReadOnlyList<DueItem> Due(int limit) =>
        parts.Store.Read(connection => DueMessages.First(connection, limit));

    /// <summary>Stops the engine: running turns and activities end, or their leases are released.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await activities.DisposeAsync();
        await turns.DisposeAsync();
        await turns.WhenEmptyAsync();
        if (!await IsIdleInTimeAsync())
        {
            await stopping.CancelAsync();
            await IsIdleInTimeAsync();
        }

        await renewal.DisposeAsync();
        await ReleaseOwnAsync();
        run.Dispose();
        stopping.Dispose();
    }

    /// <summary>The history of the instance's current execution.</summary>
    internal IReadOnlyList<HistoryEvent> History(string instanceId) =>
        parts.Store.Read(connection => HistoryTable.Read(connection, instanceId));

    /// <summary>Ends the engine as if its process were killed: it reads, writes and releases nothing more.</summary>
    internal void Abandon()
    {
        parts.Store.Abandon();
        run.Dispose();
    }

    // Real time: the limit is for threads that do not stop, not for anything that is scheduled.
    async Task<bool> IsIdleInTimeAsync()
    {
        var idle = activities.WhenEmptyAsync();
        return await Task.WhenAny(idle, Task.Delay(parts.Options.StopTimeout, TimeProvider.System)) == idle;
    }

    async Task ReleaseOwnAsync()
    {
        if (parts.Store.IsAbandoned) return;
        try
        {
            await parts.Store.WriteAsync(connection => LeaseTable.Release(connection, run.Owner));
        }
        catch (Exception failure) // other engines take the leases over, because this run is over
        {
            parts.Log.LogWarning("Leases could not be released: {Reason}", StoreFailure.FirstLine(failure));
        }
    }

    async Task ReleaseDeadAsync()
    {
        foreach (var dead in parts.Store.Read(LeaseTable.Owners).Where(EngineRun.IsDead))
            await parts.Store.WriteAsync(connection => LeaseTable.Release(connection, dead));
    }

    // False: nothing runs, so there is nothing to renew until work is claimed again.
    bool RenewLeases()
    {
        var (runningTurns, runningActivities) = (turns.Snapshot(), activities.Snapshot());
        if (runningTurns.Count + runningActivities.Count == 0) return false;
        _ = RenewAsync(runningTurns, runningActivities);
        return true;
    }

    async Task RenewAsync(IReadOnlyList<string> runningTurns, IReadOnlyList<ActivityRow> runningActivities)
    {
        using var lease = parts.Gauge.Enter();
        try
        {
            await parts.Store.WriteAsync(
                connection => runningTurns.Sum(work => turns.Renew(connection, work))
                    + runningActivities.Sum(work => activities.Renew(connection, work)),
                repeatable: true);
        }
        catch (Exception failure) // the next renewal tries again, twice before the lease ends
        {
            if (!parts.Store.IsAbandoned) parts.Log.LogWarning(failure, "Leases could not be renewed.");
        }
    }
}
