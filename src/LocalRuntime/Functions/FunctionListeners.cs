namespace LocalRuntime.Functions;

/// <summary>Starts and stops everything that runs without a request: timers, queues and orchestrations.</summary>
#pragma warning disable CA1001 // StopAsync disposes of the pump
sealed class FunctionListeners(
#pragma warning restore CA1001
    IReadOnlyList<IListener> listeners, OrchestrationEngine? orchestrations, HostPresence host, OpenStore open,
    WorkGauge gauge, ILogger log)
    : IHostedService, IDueSource
{
    Pump? takeOver;

    public OrchestrationEngine? Orchestrations => orchestrations;

    /// <summary>Why loops stand still, by name; empty while all go on.</summary>
    public IEnumerable<string> Standstills =>
    [
        .. listeners.Select(listener => listener.Standstill).Append(takeOver?.Standstill).OfType<string>(),
        .. orchestrations?.Standstills ?? [],
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (host.IsAlone()) await EmbeddedQueues.ReleaseReceivedAsync(open.Store, open.Clock.GetUtcNow());
        orchestrations?.Start();
        foreach (var listener in listeners) await listener.StartAsync();
        takeOver = new Pump("take-over", open.Clock, gauge, log, TakeOverAsync);
        takeOver.Start();
        host.OthersChanged = takeOver.Wake;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        host.OthersChanged = () => { };
        if (takeOver is not null) await takeOver.DisposeAsync();
        var stopped = listeners.Select(listener => listener.DisposeAsync().AsTask());
        await Task.WhenAll(stopped).WaitAsync(cancellationToken);
        if (orchestrations is not null) await orchestrations.DisposeAsync();
    }

    public IReadOnlyList<DueItem> Due(int limit)
    {
        var due = listeners.SelectMany(listener => listener.Due(limit)).Concat(orchestrations?.Due(limit) ?? []);
        return [.. due.OrderBy(item => item.At).Take(limit)];
    }

    async Task<DateTimeOffset?> TakeOverAsync(CancellationToken stopping)
    {
        foreach (var listener in listeners) listener.OnHostsChanged();
        if (orchestrations is not null) await orchestrations.TakeOverAsync();
        return null;
    }
}

/// <summary>Runs a function when its trigger fires. Its disposal cancels the invocations and waits for them.</summary>
interface IListener : IDueSource, IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Why the listener stands still; null while it goes on.</summary>
    string? Standstill { get; }

    /// <summary>Called when another host of the store has started or ended, so that its work is taken over.</summary>
    void OnHostsChanged();
}
