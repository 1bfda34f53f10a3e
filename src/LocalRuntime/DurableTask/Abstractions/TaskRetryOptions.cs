namespace Microsoft.DurableTask;

/// <summary>What decides on retries: a policy.</summary>
#pragma warning disable CA2225 // the official type converts implicitly from a policy and has no named alternate
public sealed class TaskRetryOptions(RetryPolicy policy)
{
    /// <summary>The policy.</summary>
    public RetryPolicy? Policy { get; } = policy;

    public static implicit operator TaskRetryOptions(RetryPolicy policy) => new(policy);
}
