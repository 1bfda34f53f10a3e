namespace LocalRuntime.DurableTask;

/// <summary>Limits and intervals of an engine.</summary>
public sealed record OrchestrationEngineOptions
{
    /// <summary>How many turns run at once, including those that wait for their commit.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = 128;

    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>How many orchestrations stay in memory between turns; 0 replays every turn from history.</summary>
    public int CachedOrchestrations { get; init; } = 1000;

    /// <summary>How long a lease on a turn lasts; it is renewed after a third of this time.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same for an activity.</summary>
    public TimeSpan ActivityLeaseDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The delay before a failed read or write of the store is tried again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping engine waits before it cancels activities, and again after it.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Timers fire at the polls that the Functions host makes with this longest interval; null: at their instants.
    /// </summary>
    public TimeSpan? MaxTimerPollingInterval { get; init; }
}
