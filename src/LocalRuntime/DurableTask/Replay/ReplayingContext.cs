namespace LocalRuntime.DurableTask.Replay;

/// <summary>Records the decisions of orchestrator code and completes its tasks from history.</summary>
sealed class ReplayingContext(
    string instanceId, ExecutionStarted started, TurnSynchronizationContext thread, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    List<Decision> decisions = [];
    List<int> canceledTimers = [];
    DateTime now;
    bool replaying;
    int nextId;
    int guids;

    public OpenCalls Calls { get; } = new(thread);

    public ExternalEvents Events { get; } = new(thread);

    public ExecutionStarted Started => started;

    public override TaskName Name => started.Name;

    public override string InstanceId => instanceId;

    public override ParentOrchestrationInstance? Parent =>
        started.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => replaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <summary>The custom status; null until the code sets one.</summary>
    public CustomStatus? Status { get; private set; }

    /// <summary>The code's call of <see cref="ContinueAsNew"/>; null before it.</summary>
    public Continuation? Continuation { get; private set; }

    public void BeginTurn(DateTime at, bool isReplaying) => (now, replaying) = (at, isReplaying);

    public int NextId() => nextId++;

    /// <summary>The decisions of the code since the last call.</summary>
    public (IReadOnlyList<Decision> Decisions, IReadOnlyList<int> CanceledTimers) EndTurn()
    {
        var taken = (decisions, canceledTimers);
        (decisions, canceledTimers) = ([], []);
        return taken;
    }

    public override T? GetInput<T>()
        where T : default => OrchestrationJson.Deserialize<T>(started.Input);

    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureSupported(options);
        var json = OrchestrationJson.Serialize(input);
        return RetriedCall.RunAsync(
            this, options?.Retry, () => CallAsync<TResult>(name, id => new TaskScheduled(id, name, json)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureSupported(options);
        var json = OrchestrationJson.Serialize(input);
        var chosen = (options as SubOrchestrationOptions)?.InstanceId;
        return RetriedCall.RunAsync(this, options?.Retry, () => CallAsync<TResult>(orchestratorName, Create));

        Decision Create(int id) =>
            new SubOrchestrationCreated(id, orchestratorName, chosen ?? NewGuid().ToString("N"), json);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var utc = fireAt.Kind == DateTimeKind.Local
            ? fireAt.ToUniversalTime()
            : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var id = Decide(number => new TimerCreated(number, utc));
        var fired = Calls.Open(id, "timer");
        if (cancellationToken.CanBeCanceled) Calls.CancelOn(id, () => canceledTimers.Add(id), cancellationToken);
        return fired;
    }

    public override async Task<T> WaitForExternalEvent<T>(
        string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOwnThread();
        return OrchestrationJson.Deserialize<T>(await Events.WaitAsync(eventName, cancellationToken))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        var json = OrchestrationJson.Serialize(payload);
        Decide(id => new EventSent(id, instanceId, eventName, json));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOwnThread();
        Status = new CustomStatus(OrchestrationJson.Serialize(customStatus));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureOwnThread();
        Continuation = new Continuation(OrchestrationJson.Serialize(newInput), preserveUnprocessedEvents);
    }

    // The name contains the execution, because the executions of ContinueAsNew share an instance id.
    public override Guid NewGuid()
    {
        EnsureOwnThread();
        return NameBasedGuid.From($"{instanceId}/{started.ExecutionId}/{guids++}");
    }

    async Task<T> CallAsync<T>(string name, Func<int, Decision> decision) =>
        OrchestrationJson.Deserialize<T>(await Calls.Open(Decide(decision), name))!;

    int Decide(Func<int, Decision> decision)
    {
        EnsureOwnThread();
        var decided = decision(NextId());
        decisions.Add(decided);
        return decided.Id;
    }

    void EnsureOwnThread()
    {
        if (!thread.IsCurrent) throw new InvalidOperationException(OrchestrationExecution.NotDurable);
    }

    static void EnsureSupported(TaskOptions? options)
    {
        if (options?.Version is not null || options?.Tags is { Count: > 0 })
            throw new NotSupportedException("The local runtime does not support TaskOptions.Version and Tags.");
    }
}

/// <summary>A custom status as JSON; null clears it.</summary>
sealed record CustomStatus(string? Json);

/// <summary>How an execution is continued by a new one.</summary>
sealed record Continuation(string? Input, bool PreserveUnprocessedEvents);
