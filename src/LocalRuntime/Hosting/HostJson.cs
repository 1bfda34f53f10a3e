namespace LocalRuntime.Hosting;

/// <summary>The settings of host.json that this host supports, with the defaults of the Functions host.</summary>
sealed record HostJson
{
    public string RoutePrefix { get; init; } = "api";

    public QueueSettings Queues { get; init; } = new();

    public DurableSettings Durable { get; init; } = new();

    /// <summary>Log levels by category; <c>default</c> is the level of all others.</summary>
    public IReadOnlyDictionary<string, string> LogLevels { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary><c>extensions.queues</c>.</summary>
sealed record QueueSettings
{
    public int BatchSize { get; init; } = 16;

    /// <summary>Null for half the batch size.</summary>
    public int? NewBatchThreshold { get; init; }

    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message is invisible after a failure.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    public bool Base64 { get; init; } = true;
}

/// <summary><c>extensions.durableTask</c>; null keeps the engine's default.</summary>
sealed record DurableSettings
{
    public string? HubName { get; init; }

    public int? MaxConcurrentActivityFunctions { get; init; }

    public int? MaxConcurrentOrchestratorFunctions { get; init; }

    /// <summary><c>storageProvider</c>, where this host uses it only with <c>--host-latency</c>.</summary>
    public TimeSpan MaxQueuePollingInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>storageProvider</c>: how long a lease on a turn lasts.</summary>
    public TimeSpan? ControlQueueVisibilityTimeout { get; init; }

    /// <summary><c>storageProvider</c>: how long a lease on an activity lasts.</summary>
    public TimeSpan? WorkItemQueueVisibilityTimeout { get; init; }
}
