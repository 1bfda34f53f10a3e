using LocalRuntime.DurableTask;
using LocalRuntime.Hosting;
using LocalRuntime.Queues.Embedded;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Functions;

/// <summary>Everything that runs without a request: timers, queues and, when the app has any, orchestrations.</summary>
internal sealed class FunctionListeners(
    IReadOnlyList<IListener> listeners, OrchestrationEngine? orchestrations, HostPresence host, OpenStore open)
    : IHostedService, IDueSource
{
    public OrchestrationEngine? Orchestrations => orchestrations;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (host.IsAlone()) await AbandonedMessages.ReleaseAsync(open.Store, open.Clock.GetUtcNow());
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

    public IReadOnlyList<DueItem> Due(int most)
    {
        var due = listeners.SelectMany(listener => listener.Due(most)).Concat(orchestrations?.Due(most) ?? []);
        return [.. due.OrderBy(item => item.At).Take(most)];
    }

    void TakeOver()
    {
        foreach (var listener in listeners) listener.OnHostsChanged();
        if (orchestrations is not null) _ = orchestrations.TakeOverAsync();
    }
}
