using LocalRuntime.DurableTask;
using LocalRuntime.Queues.Embedded;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Functions;

/// <summary>Starts and stops everything that runs without a request: timers, queues and orchestrations.</summary>
sealed class FunctionListeners(
    IReadOnlyList<IListener> listeners, OrchestrationEngine? orchestrations, HostPresence host, OpenStore open)
    : IHostedService, IDueSource
{
    public OrchestrationEngine? Orchestrations => orchestrations;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (host.IsAlone()) await EmbeddedQueues.ReleaseReceivedAsync(open.Store, open.Clock.GetUtcNow());
        orchestrations?.Start();
        foreach (var listener in listeners) await listener.StartAsync();
        host.OthersChanged = TakeOver;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        host.OthersChanged = () => { };
        var stopped = listeners.Select(listener => listener.DisposeAsync().AsTask());
        await Task.WhenAll(stopped).WaitAsync(cancellationToken);
        if (orchestrations is not null) await orchestrations.DisposeAsync();
    }

    public IReadOnlyList<DueItem> Due(int limit)
    {
        var due = listeners.SelectMany(listener => listener.Due(limit)).Concat(orchestrations?.Due(limit) ?? []);
        return [.. due.OrderBy(item => item.At).Take(limit)];
    }

    void TakeOver()
    {
        foreach (var listener in listeners) listener.OnHostsChanged();
        if (orchestrations is not null) _ = orchestrations.TakeOverAsync();
    }
}

/// <summary>Runs a function when its trigger fires. Its disposal cancels the invocations and waits for them.</summary>
interface IListener : IDueSource, IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Called when another host of the store has started or ended, so that its work is taken over.</summary>
    void OnHostsChanged();
}
