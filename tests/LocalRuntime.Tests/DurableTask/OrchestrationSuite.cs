using LocalRuntime.DurableTask;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>What must hold whether orchestrations stay in memory between turns or are replayed each time.</summary>
public abstract class OrchestrationSuite(int cached, bool onFile = false) : IAsyncDisposable
{
    private protected TestHost Host { get; } = new(
        new OrchestrationEngineOptions { CachedOrchestrations = cached }, onFile);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
