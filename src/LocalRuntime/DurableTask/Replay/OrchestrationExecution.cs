using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>
/// An orchestrator in the middle of its work. It is fed turn by turn; the same turns always bring the same decisions,
/// so one made from history goes on where another one stood.
/// </summary>
sealed class OrchestrationExecution(string instanceId, IOrchestrationCatalog catalog, ILoggerFactory loggers)
{
    public const string NotDurable =
        "The orchestrator left its own thread: it awaited something other than its context's tasks, or used ConfigureAwait(false), Task.Run or Task.Delay.";

    readonly TurnSynchronizationContext thread = new();
    readonly Queue<HistoryEvent> held = new();
    ReplayingContext? context;
    Task<object?>? main;
    Decision? end;

    /// <summary>The instance that is played.</summary>
    public string InstanceId => instanceId;

    /// <summary>The time of the last turn.</summary>
    public DateTime Now { get; private set; }

    /// <summary>The execution that is played; null before it has started.</summary>
    public string? ExecutionId => context?.Started.ExecutionId;

    bool IsSuspended { get; set; }

    /// <summary>Plays one turn; time never runs backwards between turns, whatever the clock does.</summary>
    public TurnOutcome Play(DateTime at, IEnumerable<HistoryEvent> received, bool replaying)
    {
        if (at > Now) Now = at;
        context?.BeginTurn(Now, replaying);
        foreach (var message in received) Receive(message, replaying);
        if (end is null && IsStuck) end = Failure(new InvalidOperationException(NotDurable));
        var (decisions, canceledTimers) = context?.EndTurn() ?? ([], []);
        return new TurnOutcome(end is null ? decisions : [.. decisions, end], canceledTimers, context?.Status, IsSuspended);
    }

    // Code that waits while nothing durable is open waits for something that no replay can bring back.
    bool IsStuck => thread.Left || (main is not null && !IsSuspended && context!.Calls.IsEmpty && !context.Events.Awaited);

    void Receive(HistoryEvent message, bool replaying)
    {
        switch (message)
        {
            case ExecutionTerminated terminated:
                if (end is null or ContinuedAsNew) end = new ExecutionCompleted(context?.NextId() ?? 0, OrchestrationRuntimeStatus.Terminated, terminated.Output, null);
                break;
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                IsSuspended = false;
                while (held.TryDequeue(out var next)) Deliver(next, replaying);
                break;
            case not null when end is not null:
                KeepForSuccessor(message);
                break;
            case not null when IsSuspended:
                held.Enqueue(message);
                break;
            case not null:
                Deliver(message, replaying);
                break;
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
                case ExecutionStarted started:
                    Start(started, replaying);
                    break;
                case TaskCompleted completed:
                    context?.Calls.Complete(completed.Id, completed.Result);
                    break;
                case TaskFailed failed:
                    context?.Calls.Fail(failed.Id, failed.Failure);
                    break;
                case TimerFired fired:
                    context?.Calls.Complete(fired.Id, null);
                    break;
                case EventRaised raised:
                    context?.Events.Deliver(raised);
                    break;
            }
        });
        if (main is { IsCompleted: true }) end = Finish();
    }

    void Start(ExecutionStarted started, bool replaying)
    {
        var orchestrator = catalog.FindOrchestrator(started.Name) ?? throw new OrchestratorNotFoundException(started.Name);
        context = new ReplayingContext(instanceId, started, thread, loggers);
        context.BeginTurn(Now, replaying);
        main = RunAsync(orchestrator, context);
    }

    // A method of its own, so that what an orchestrator throws before its first await fails the instance like anything later.
    static async Task<object?> RunAsync(Func<TaskOrchestrationContext, Task<object?>> orchestrator, ReplayingContext context) => await orchestrator(context);

    Decision Finish()
    {
        if (!main!.IsCompletedSuccessfully) return Failure(main.Exception?.InnerException ?? new TaskCanceledException(main));
        return context!.Renewal is { } renewal
            ? new ContinuedAsNew(context.NextId(), renewal.Input, renewal.PreserveUnprocessedEvents ? context.Events.Unprocessed : [])
            : new ExecutionCompleted(context.NextId(), OrchestrationRuntimeStatus.Completed, OrchestrationJson.Serialize(main.Result), null);
    }

    void KeepForSuccessor(HistoryEvent message)
    {
        if (message is not EventRaised raised || end is not ContinuedAsNew successor || context?.Renewal is not { PreserveUnprocessedEvents: true }) return;
        end = successor with { Unprocessed = [.. successor.Unprocessed, raised] };
    }

    ExecutionCompleted Failure(Exception reason) =>
        new(context?.NextId() ?? 0, OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.From(reason));
}
