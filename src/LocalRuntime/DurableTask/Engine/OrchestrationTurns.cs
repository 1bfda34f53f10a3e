namespace LocalRuntime.DurableTask.Engine;

/// <summary>Runs the turns of orchestrations that have messages.</summary>
sealed class OrchestrationTurns(EngineParts parts, InstanceWatch watch)
    : WorkLoop<string>(
        "orchestrations", parts, parts.Options.MaxConcurrentOrchestrations, parts.Options.LeaseDuration)
{
    const int MaxMessages = 1000;

    // The shortest interval of the Functions host.
    static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(50);

    readonly HostPolling? polling = parts.Options.MaxTimerPollingInterval is { } max
        ? new HostPolling("control", MinPollingInterval, max, parts.Clock.GetUtcNow())
        : null;

    readonly ExecutionCache cache = new(parts.Options.CachedOrchestrations);

    protected override int Lease(SqliteConnection connection, string work, DateTime until) =>
        InstanceTable.Lease(connection, work, Parts.Owner, until);

    protected override bool AnyDue(SqliteConnection connection, DateTime now) => InstanceTable.AnyDue(connection, now);

    // The host polls at once when it sends a message itself; only what falls due later waits for a poll.
    protected override DateTimeOffset? NextDue(SqliteConnection connection, DateTime now)
    {
        var next = InstanceTable.NextDue(connection, now);
        return polling is not null && next?.UtcDateTime > now ? polling.FirstAt(next.Value) : next;
    }

    protected override List<string> Claim(SqliteConnection connection, DateTime now, DateTime until, int limit)
    {
        polling?.Found(new DateTimeOffset(now));
        return InstanceTable.Claim(connection, Parts.Owner, now, until, limit);
    }

    protected override async Task RunAsync(string work)
    {
        try
        {
            await RunTurnAsync(work);
        }
        catch (LeaseLostException lost)
        {
            Parts.Log.LogInformation(lost, "A turn of {Instance} has no effect.", work);
        }
    }

    async Task RunTurnAsync(string instanceId)
    {
        var now = Parts.Now;
        var (instance, messages) = Parts.Store.Read(connection =>
            (InstanceTable.Find(connection, instanceId), Inbox.Visible(connection, instanceId, now, MaxMessages)));
        if (instance is null || instance.LeaseOwner != Parts.Owner) throw new LeaseLostException(instanceId);

        var execution = cache.Take(instanceId, instance.ExecutionId, instance.Turns);
        var history = execution is null
            ? Parts.Store.Read(connection => HistoryTable.Read(connection, instanceId))
            : [];
        execution ??= new OrchestrationExecution(instanceId, Parts.Catalog, Parts.Loggers);
        var current = messages.Where(m => m.ExecutionId is null || m.ExecutionId == instance.ExecutionId);
        List<HistoryEvent> received = [.. current.Select(m => m.Event)];

        var outcome = Play(execution, history, now, received);
        var commit = new TurnCommit(instance, Parts.Owner, execution.Now, messages, received, outcome);
        await Parts.Store.WriteAsync(commit.Apply);

        if (!outcome.IsOver) cache.Put(instanceId, execution, instance.Turns + 1);
        watch.Changed(instanceId);
        if (outcome.Decisions.Any(decision => decision is TaskScheduled)) OnResult();
    }

    TurnOutcome Play(
        OrchestrationExecution execution, IReadOnlyList<HistoryEvent> history, DateTime now,
        List<HistoryEvent> received)
    {
        try
        {
            HistoryPlayer.Play(execution, history);
            return execution.Play(now, received, replaying: false);
        }
        catch (Exception failure) // an instance that cannot be replayed fails; the engine goes on
        {
            Parts.Log.LogError(failure, "The orchestration {Instance} cannot go on.", execution.InstanceId);
            return TurnOutcome.Failed(failure);
        }
    }
}
