namespace LocalRuntime.DurableTask.Replay;

/// <summary>
/// An execution of orchestrator code, played turn by turn. The same turns always give the same decisions, so an
/// execution that is replayed from history continues where another one ended.
/// </summary>
sealed class OrchestrationExecution(string instanceId, IOrchestrationCatalog catalog, ILoggerFactory loggers)
{
    public const string NotDurable =
        "The orchestrator left its own thread: it awaited something other than its context's tasks, "
        + "or used ConfigureAwait(false), Task.Run or Task.Delay.";

    readonly TurnSynchronizationContext thread = new();
    readonly Queue<HistoryEvent> suspendedMessages = new();
    ReplayingContext? context;
    Task<object?>? main;
    Decision? end;

    public string InstanceId => instanceId;

    /// <summary>The time of the last turn.</summary>
    public DateTime Now { get; private set; }

    /// <summary>The id of the execution; null before its start.</summary>
    public string? ExecutionId => context?.Started.ExecutionId;

    bool IsSuspended { get; set; }

    /// <summary>Plays one turn. Its time is not before that of the last turn, even if the clock was set back.</summary>
    public TurnOutcome Play(DateTime at, IEnumerable<HistoryEvent> received, bool replaying)
    {
        if (at > Now) Now = at;
        context?.BeginTurn(Now, replaying);
        foreach (var message in received) Receive(message, replaying);
        if (end is null && IsStuck) end = Failure(new InvalidOperationException(NotDurable));
        var (decisions, canceledTimers) = context?.EndTurn() ?? ([], []);
        if (end is not null) decisions = [.. decisions, end];
        return new TurnOutcome(decisions, canceledTimers, context?.Status, IsSuspended);
    }

    // Code that waits while no durable task is open waits for something that no replay repeats.
    bool IsStuck => thread.WasLeft
        || (main is not null && !IsSuspended && context!.Calls.IsEmpty && !context.Events.HasWaits);

    void Receive(HistoryEvent message, bool replaying)
    {
        switch (message)
        {
            case ExecutionTerminated when end is ExecutionCompleted: break;
            case ExecutionTerminated terminated:
                end = new ExecutionCompleted(NextId(), OrchestrationRuntimeStatus.Terminated, terminated.Output, null);
                break;
            case ExecutionSuspended: IsSuspended = true; break;
            case ExecutionResumed:
                IsSuspended = false;
                while (suspendedMessages.TryDequeue(out var next)) Deliver(next, replaying);
                break;
            case not null when IsSuspended && end is null: suspendedMessages.Enqueue(message); break;
            case not null: Deliver(message, replaying); break;
        }
    }

    void Deliver(HistoryEvent message, bool replaying)
    {
        if (end is not null)
        {
            KeepForSuccessor(message);
            return;
        }

        thread.Run(() =>
        {
            switch (message)
            {
                case ExecutionStarted started: Start(started, replaying); break;
                case TaskCompleted completed: context?.Calls.Complete(completed.Id, completed.Result); break;
                case TaskFailed failed: context?.Calls.Fail(failed.Id, failed.Failure); break;
                case TimerFired fired: context?.Calls.Complete(fired.Id, null); break;
                case EventRaised raised: context?.Events.Deliver(raised); break;
            }
        });
        if (main is { IsCompleted: true }) end = Finish();
    }

    void Start(ExecutionStarted started, bool replaying)
    {
        var orchestrator = catalog.FindOrchestrator(started.Name)
            ?? throw new OrchestratorNotFoundException(started.Name);
        context = new ReplayingContext(instanceId, started, thread, loggers);
        context.BeginTurn(Now, replaying);
        main = RunAsync(orchestrator, context);
    }

    // An async method, so that an exception before the orchestrator's first await fails the instance like any other.
    static async Task<object?> RunAsync(
        Func<TaskOrchestrationContext, Task<object?>> orchestrator, ReplayingContext context) =>
        await orchestrator(context);

    Decision Finish()
    {
        if (!main!.IsCompletedSuccessfully)
            return Failure(main.Exception?.InnerException ?? new TaskCanceledException(main));
        if (context!.Continuation is not { } continuation)
        {
            var output = OrchestrationJson.Serialize(main.Result);
            return new ExecutionCompleted(NextId(), OrchestrationRuntimeStatus.Completed, output, null);
        }

        return new ContinuedAsNew(
            NextId(), continuation.Input, continuation.PreserveUnprocessedEvents ? context.Events.Unprocessed : []);
    }

    int NextId() => context?.NextId() ?? 0;

    void KeepForSuccessor(HistoryEvent message)
    {
        if (message is not EventRaised raised || end is not ContinuedAsNew successor) return;
        if (context?.Continuation is not { PreserveUnprocessedEvents: true }) return;
        end = successor with { Unprocessed = [.. successor.Unprocessed, raised] };
    }

    ExecutionCompleted Failure(Exception reason) =>
        new(NextId(), OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(reason));
}

public sealed class OrchestratorNotFoundException(string name) : Exception($"There is no orchestrator named '{name}'.");
