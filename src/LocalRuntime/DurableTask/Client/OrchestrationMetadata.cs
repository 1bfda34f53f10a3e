using LocalRuntime.DurableTask;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known of an instance. Input, output and custom status are there only when they were asked for.</summary>
public sealed class OrchestrationMetadata
{
    internal OrchestrationMetadata(string name, string instanceId) => (Name, InstanceId) = (name, instanceId);

    /// <summary>The orchestrator's name.</summary>
    public string Name { get; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; }

    /// <summary>Where the instance stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; internal init; }

    /// <summary>When the instance was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>When its last turn was taken.</summary>
    public DateTimeOffset LastUpdatedAt { get; internal init; }

    /// <summary>The input as JSON.</summary>
    public string? SerializedInput { get; internal init; }

    /// <summary>The result as JSON.</summary>
    public string? SerializedOutput { get; internal init; }

    /// <summary>The custom status as JSON.</summary>
    public string? SerializedCustomStatus { get; internal init; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? FailureDetails { get; internal init; }

    /// <summary>True while it runs.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>True once it has ended, well or not.</summary>
    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Canceled
        or OrchestrationRuntimeStatus.Terminated;

    internal bool HasInputsAndOutputs { get; init; }

    /// <summary>The input as an object; <see cref="InvalidOperationException"/> when it was not asked for.</summary>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput);

    /// <summary>The result as an object; <see cref="InvalidOperationException"/> when it was not asked for.</summary>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput);

    /// <summary>The custom status as an object; <see cref="InvalidOperationException"/> when it was not asked for.</summary>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus);

    T? Read<T>(string? json) => HasInputsAndOutputs
        ? OrchestrationJson.Deserialize<T>(json)
        : throw new InvalidOperationException($"The instance '{InstanceId}' was read without its inputs and outputs; ask with getInputsAndOutputs.");
}
