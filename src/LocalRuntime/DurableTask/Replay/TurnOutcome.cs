using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>What one turn of an orchestration came to.</summary>
sealed record TurnOutcome(IReadOnlyList<Decision> Decisions, IReadOnlyList<int> CanceledTimers, CustomStatus? Status, bool IsSuspended)
{
    /// <summary>The end of the instance, when this turn brought it.</summary>
    public ExecutionCompleted? End => Decisions.Count == 0 ? null : Decisions[^1] as ExecutionCompleted;

    /// <summary>The beginning of the next execution, when this turn asked for it.</summary>
    public ContinuedAsNew? Successor => Decisions.Count == 0 ? null : Decisions[^1] as ContinuedAsNew;

    /// <summary>True when the execution ends with this turn.</summary>
    public bool IsOver => End is not null || Successor is not null;

    /// <summary>The end of an instance that cannot be played at all.</summary>
    public static TurnOutcome Failed(Exception reason) =>
        new([new ExecutionCompleted(-1, OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.From(reason))], [], null, false);
}
