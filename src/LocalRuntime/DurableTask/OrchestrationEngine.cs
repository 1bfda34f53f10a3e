using LocalRuntime.DurableTask.Engine;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask;

/// <summary>Runs orchestrations on a store: replays them, keeps their timers, runs their activities.</summary>
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

    /// <summary>Makes an engine that stands still until <see cref="Start"/>; its client works from the beginning.</summary>
    public OrchestrationEngine(
        EmbeddedStore store, TimeProvider clock, WorkGauge gauge, IOrchestrationCatalog catalog, ILoggerFactory loggers, OrchestrationEngineOptions options)
    {
        parts = new EngineParts(new DurableStore(store), clock, gauge, catalog, loggers, options, run.Owner);
        var watch = new InstanceWatch();
        turns = new OrchestrationTurns(parts, watch);
        activities = new ActivityRuns(parts, stopping.Token);
        renewal = new LeaseRenewal(clock, options.LeaseDuration / 3, RenewLeases);
        Client = new EmbeddedDurableTaskClient(parts, watch, turns.Wake);
        turns.Claimed = activities.Claimed = renewal.Arm;
        turns.ActivitiesScheduled = activities.Wake;
        activities.Reported = turns.Wake;
        store.WriteAsync(DurableSchema.Create).GetAwaiter().GetResult();
    }

    /// <summary>What the engine's writes to the store go through; null for nothing.</summary>
    internal IStorageGate? Gate
    {
        init => parts.Store.Gate = value;
    }

    /// <summary>The client of this engine's instances.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>Starts taking turns and running activities; first it frees what dead engines of this machine still hold.</summary>
    public void Start()
    {
        ReleaseDeadAsync().GetAwaiter().GetResult();
        turns.Start();
        activities.Start();
    }

    /// <summary>Looks for what another process may have left: its work if it lives, what it held as well if it is dead.</summary>
    public async Task LookAgainAsync()
    {
        await ReleaseDeadAsync();
        turns.Wake();
        activities.Wake();
    }

    /// <inheritdoc />
    public IReadOnlyList<DueItem> Due(int most) => parts.Store.Read(connection => DueMessages.First(connection, most));

    /// <summary>Stops: turns and activities that run come to their end or are given back.</summary>
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
        if (!parts.Store.IsAbandoned) await parts.Store.WriteAsync(connection => LeaseTable.Release(connection, run.Owner));
        run.Dispose();
        stopping.Dispose();
    }

    /// <summary>What has happened in the instance's present execution.</summary>
    internal IReadOnlyList<HistoryEvent> History(string instanceId) => parts.Store.Read(connection => HistoryTable.Read(connection, instanceId));

    /// <summary>Ends the engine as a killed process would: from now on nothing is read, written or given back.</summary>
    internal void Abandon()
    {
        parts.Store.Abandon();
        run.Dispose();
    }

    // Real time: it bounds how long threads may take to stop, and nothing that is scheduled.
    async Task<bool> IsIdleInTimeAsync()
    {
        var idle = activities.WhenEmptyAsync();
        return await Task.WhenAny(idle, Task.Delay(parts.Options.StopTimeout, TimeProvider.System)) == idle;
    }

    async Task ReleaseDeadAsync()
    {
        foreach (var dead in parts.Store.Read(LeaseTable.Owners).Where(EngineRun.IsDead))
            await parts.Store.WriteAsync(connection => LeaseTable.Release(connection, dead));
    }

    // False: nothing runs, so there is nothing to renew until work is claimed again.
    bool RenewLeases()
    {
        var (taken, begun) = (turns.Running, activities.Running);
        if (taken.Count + begun.Count == 0) return false;
        _ = RenewAsync(taken, begun);
        return true;
    }

    async Task RenewAsync(IReadOnlyList<string> taken, IReadOnlyList<ActivityRow> begun)
    {
        using var lease = parts.Gauge.Enter();
        var until = parts.Now + parts.Options.LeaseDuration;
        try
        {
            await parts.Store.WriteAsync(
                connection => taken.Sum(work => turns.Lease(connection, work, until)) + begun.Sum(work => activities.Lease(connection, work, until)),
                repeatable: true);
        }
#pragma warning disable CA1031 // a renewal that fails is tried again at the next beat, twice before the lease ends
        catch (Exception refused)
#pragma warning restore CA1031
        {
            if (!parts.Store.IsAbandoned) parts.Log.LogWarning(refused, "Leases could not be renewed.");
        }
    }
}
