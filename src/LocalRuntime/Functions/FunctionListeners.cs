using LocalRuntime.DurableTask;
using LocalRuntime.Hosting;
using LocalRuntime.Queues;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Functions;

/// <summary>Everything that runs by itself: timers, queues and, when the app has any, orchestrations.</summary>
internal sealed class FunctionListeners(IReadOnlyList<IListener> listeners, OrchestrationEngine? orchestrations, HostPresence host, OpenStore open)
    : IHostedService, IDueSource
{
    public OrchestrationEngine? Orchestrations => orchestrations;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (host.IsAlone()) await AbandonedMessages.ReleaseAsync(open.Store, open.Clock.GetUtcNow());
        orchestrations?.Start();
        foreach (var listener in listeners) await listener.StartAsync();
        host.OthersChanged = LookAgain;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        host.OthersChanged = () => { };
        await Task.WhenAll(listeners.Select(listener => listener.DisposeAsync().AsTask())).WaitAsync(cancellationToken);
        if (orchestrations is not null) await orchestrations.DisposeAsync();
    }

    public IReadOnlyList<DueItem> Due(int most) =>
        [.. listeners.SelectMany(listener => listener.Due(most)).Concat(orchestrations?.Due(most) ?? []).OrderBy(item => item.At).Take(most)];

    void LookAgain()
    {
        foreach (var listener in listeners) listener.LookAgain();
        if (orchestrations is not null) _ = orchestrations.LookAgainAsync();
    }
}
