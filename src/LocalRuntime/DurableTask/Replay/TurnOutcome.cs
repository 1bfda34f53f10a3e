namespace LocalRuntime.DurableTask.Replay;

sealed record TurnOutcome(
    IReadOnlyList<Decision> Decisions, IReadOnlyList<int> CanceledTimers, CustomStatus? Status, bool IsSuspended)
{
    /// <summary>The end of the instance; null while it goes on.</summary>
    public ExecutionCompleted? End => Decisions.Count == 0 ? null : Decisions[^1] as ExecutionCompleted;

    /// <summary>The start of the next execution; null unless the code continues as new.</summary>
    public ContinuedAsNew? Successor => Decisions.Count == 0 ? null : Decisions[^1] as ContinuedAsNew;

    public bool IsOver => End is not null || Successor is not null;

    /// <summary>The end of an instance that cannot be replayed.</summary>
    public static TurnOutcome Failed(Exception reason)
    {
        var failure = TaskFailureDetails.FromException(reason);
        return new([new ExecutionCompleted(-1, OrchestrationRuntimeStatus.Failed, null, failure)], [], null, false);
    }
}
