namespace LocalRuntime.Functions;

/// <summary>Starts and stops everything that runs without a request: timers, queues and orchestrations.</summary>
#pragma warning disable CA1001 // StopAsync disposes of the pump
sealed class FunctionListeners(
#pragma warning restore CA1001
    IReadOnlyList<IListener> listeners, OrchestrationEngine? orchestrations, HostPresence host, OpenStore open,
    WorkGauge gauge, ILogger log)
    : IHostedLifecycleService, IDueSource
{
    static readonly TimeSpan TakeOverInterval = TimeSpan.FromSeconds(1);

    Pump? takeOver;
    Task drained = Task.CompletedTask;

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

    /// <summary>Takes nothing more, before the server waits for its requests: both have the same time.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        host.OthersChanged = () => { };
        drained = DrainAsync();
        return Task.CompletedTask;
    }

    /// <summary>Waits for what runs. What the grace period does not suffice for is given back.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(drained, Task.Delay(Timeout.Infinite, cancellationToken));
        if (drained.IsCompleted) await drained;
        else await Task.WhenAll(listeners.Select(listener => listener.GiveBackAsync()));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<DueItem> Due(int limit)
    {
        var due = listeners.SelectMany(listener => listener.Due(limit)).Concat(orchestrations?.Due(limit) ?? []);
        return [.. due.OrderBy(item => item.At).Take(limit)];
    }

    async Task DrainAsync()
    {
        if (takeOver is not null) await takeOver.DisposeAsync();
        await Task.WhenAll(
            listeners.Append<IAsyncDisposable?>(orchestrations).OfType<IAsyncDisposable>()
                .Select(work => work.DisposeAsync().AsTask()));
    }

    // Other hosts of the store announce neither what they send nor what they give back. With a virtual clock nothing
    // is polled: the instants of another process's virtual clock have no meaning here.
    async Task<DateTimeOffset?> TakeOverAsync(CancellationToken stopping)
    {
        foreach (var listener in listeners) listener.OnHostsChanged();
        if (orchestrations is not null) await orchestrations.TakeOverAsync();
        var isPolled = host.IsShared && open.Clock is not VirtualTimeProvider;
        return isPolled ? open.Clock.GetUtcNow() + TakeOverInterval : null;
    }
}

/// <summary>Runs a function when its trigger fires. Its disposal cancels the invocations and waits for them.</summary>
interface IListener : IDueSource, IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Why the listener stands still; null while it goes on.</summary>
    string? Standstill { get; }

    /// <summary>Looks for work that another host of the store has left.</summary>
    void OnHostsChanged();

    /// <summary>Gives back what still runs after the disposal, so that another host of the store does it.</summary>
    Task GiveBackAsync() => Task.CompletedTask;
}
