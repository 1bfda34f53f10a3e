namespace Microsoft.DurableTask;

/// <summary>Retries with exponential back-off, waited out on durable timers.</summary>
public class RetryPolicy
{
    /// <summary>
    /// At most <paramref name="maxNumberOfAttempts"/> attempts, the first included; no further attempt is begun
    /// once <paramref name="retryTimeout"/> has passed since the first.
    /// </summary>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        if (!(backoffCoefficient >= 1)) throw new ArgumentOutOfRangeException(nameof(backoffCoefficient), backoffCoefficient, "A back-off coefficient is at least 1.");
        if (maxRetryInterval < firstRetryInterval) throw new ArgumentOutOfRangeException(nameof(maxRetryInterval), maxRetryInterval, "The longest interval is at least the first.");
        if (retryTimeout < firstRetryInterval) throw new ArgumentOutOfRangeException(nameof(retryTimeout), retryTimeout, "The timeout is at least the first interval.");
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Says which failures are worth another attempt; by default all are.</summary>
#pragma warning disable CA1044 // the official property can be set by everyone; only the engine asks it
    public Func<TaskFailureDetails, bool> HandleFailure { internal get; init; } = _ => true;
#pragma warning restore CA1044

    internal int MaxNumberOfAttempts { get; }

    internal TimeSpan FirstRetryInterval { get; }

    internal double BackoffCoefficient { get; }

    internal TimeSpan MaxRetryInterval { get; }

    internal TimeSpan RetryTimeout { get; }
}
