using LocalRuntime.DurableTask;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Tests that run with orchestrations kept in memory between turns and with a replay of each turn.</summary>
public abstract class OrchestrationSuite(int cached, bool onFile = false) : IAsyncDisposable
{
    private protected TestHost Host { get; } = new(
        new OrchestrationEngineOptions { CachedOrchestrations = cached }, onFile);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
