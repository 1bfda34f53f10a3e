using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>What the engine needs to know of an instance to take its turn.</summary>
sealed record InstanceRow(string InstanceId, string ExecutionId, string Name, OrchestrationRuntimeStatus Status, int Turns, string? LeaseOwner, ParentCall? Parent)
{
    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Canceled
        or OrchestrationRuntimeStatus.Terminated;
}
