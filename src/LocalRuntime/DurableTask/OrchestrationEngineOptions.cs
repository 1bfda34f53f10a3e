namespace LocalRuntime.DurableTask;

/// <summary>Bounds of an engine.</summary>
public sealed record OrchestrationEngineOptions
{
    /// <summary>How many turns may be under way at once; those that wait for their commit count.</summary>
    public int MaxConcurrentOrchestrations { get; init; } = 128;

    /// <summary>How many activities may run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>How many waiting orchestrations stay in memory between their turns; 0 replays each turn from history.</summary>
    public int CachedOrchestrations { get; init; } = 1000;

    /// <summary>How long a turn or activity belongs to its engine unless renewed, which happens at a third of it.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How soon a store that refused to read or write is tried again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often to look for work that another process may have left; null when the store is never another's too.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Whether another process has the store open now. While none has, nothing is polled.</summary>
    public Func<bool> IsShared { get; init; } = () => true;

    /// <summary>How long a stopping engine waits for its activities before it cancels them, and again before it gives them back.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
