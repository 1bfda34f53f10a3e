using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>The part of an instance that the engine needs to run its next turn.</summary>
sealed record InstanceRow(
    string InstanceId, string ExecutionId, string Name, OrchestrationRuntimeStatus Status, int Turns,
    string? LeaseOwner, ParentCall? Parent)
{
    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
