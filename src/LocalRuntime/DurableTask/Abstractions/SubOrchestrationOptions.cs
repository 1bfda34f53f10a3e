namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is started.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Options with a retry policy and an instance id; an id is made when it is null.</summary>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    /// <summary>The given options with an instance id; the options' own id stands when it is null.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>Null: an id is made.</summary>
    public string? InstanceId { get; init; }
}
