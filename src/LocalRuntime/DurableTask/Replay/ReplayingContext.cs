using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>The context of one execution: writes down what the code decides and lets it wait until history answers.</summary>
sealed class ReplayingContext(string instanceId, ExecutionStarted started, TurnSynchronizationContext thread, ILoggerFactory loggers) : TaskOrchestrationContext
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

    /// <summary>The custom status, once the code has set one.</summary>
    public CustomStatus? Status { get; private set; }

    /// <summary>The wish to begin anew, once the code has uttered it.</summary>
    public Renewal? Renewal { get; private set; }

    public void BeginTurn(DateTime at, bool isReplaying) => (now, replaying) = (at, isReplaying);

    public int NextId() => nextId++;

    /// <summary>What the code decided since the last call.</summary>
    public (IReadOnlyList<Decision> Decisions, IReadOnlyList<int> CanceledTimers) EndTurn()
    {
        var taken = (decisions, canceledTimers);
        (decisions, canceledTimers) = ([], []);
        return taken;
    }

    public override T? GetInput<T>()
        where T : default => OrchestrationJson.Deserialize<T>(started.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var json = OrchestrationJson.Serialize(input);
        return RetriedCall.RunAsync(this, options?.Retry?.Policy, () => CallAsync<TResult>(name, id => new TaskScheduled(id, name, json)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var json = OrchestrationJson.Serialize(input);
        var chosen = (options as SubOrchestrationOptions)?.InstanceId;
        return RetriedCall.RunAsync(
            this,
            options?.Retry?.Policy,
            () => CallAsync<TResult>(orchestratorName, id => new SubOrchestrationCreated(id, orchestratorName, chosen ?? NewGuid().ToString("N"), json)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var id = Decide(number => new TimerCreated(number, utc));
        var fired = Calls.Open(id, "timer");
        if (cancellationToken.CanBeCanceled) Calls.CloseOn(id, () => canceledTimers.Add(id), cancellationToken);
        return fired;
    }

    public override async Task<T?> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
        where T : default
    {
        EnsureOwnThread();
        return OrchestrationJson.Deserialize<T>(await Events.WaitAsync(eventName, cancellationToken));
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
        Renewal = new Renewal(OrchestrationJson.Serialize(newInput), preserveUnprocessedEvents);
    }

    // The execution is part of the name: the generations of ContinueAsNew share an instance id and must not share GUIDs.
    public override Guid NewGuid()
    {
        EnsureOwnThread();
        return NameBasedGuid.From($"{instanceId}/{started.ExecutionId}/{guids++}");
    }

    public override ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(loggers.CreateLogger(categoryName), this);

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
}

/// <summary>A custom status as JSON; null clears it.</summary>
sealed record CustomStatus(string? Json);

/// <summary>How an orchestrator wants to begin anew.</summary>
sealed record Renewal(string? Input, bool PreserveUnprocessedEvents);
