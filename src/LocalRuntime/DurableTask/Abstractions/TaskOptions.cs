namespace Microsoft.DurableTask;

/// <summary>How a call of an activity or sub-orchestration is made.</summary>
public record TaskOptions
{
    /// <summary>Options with a retry policy; tags are for telemetry, which the local runtime has none of.</summary>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        _ = tags;
    }

    /// <summary>Null: a failure is not retried.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Options that retry by <paramref name="policy"/>.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>These options for a sub-orchestration with a chosen id.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
