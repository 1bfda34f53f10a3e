using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask;

/// <summary>Runs orchestrations on a store: replays them, keeps their timers, runs their activities.</summary>
public sealed class OrchestrationEngine : IAsyncDisposable, IDueSource
{
    /// <summary>Makes an engine that stands still until <see cref="Start"/>; its client works from the beginning.</summary>
    public OrchestrationEngine(
        EmbeddedStore store, TimeProvider clock, WorkGauge gauge, IOrchestrationCatalog catalog, ILoggerFactory loggers, OrchestrationEngineOptions options) =>
        _ = (store, clock, gauge, catalog, loggers, options);

    /// <summary>The client of this engine's instances.</summary>
    public DurableTaskClient Client => throw new NotSupportedException("The engine has no client yet.");

    /// <summary>Starts taking turns and running activities.</summary>
    public void Start() => throw new NotSupportedException("The engine does not run yet.");

    /// <inheritdoc />
    public IReadOnlyList<DueItem> Due(int most) => [];

    /// <summary>Stops: turns and activities that run come to their end or are given back.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
