using LocalRuntime.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Hosting;

/// <summary>The app's host; its embedded store is closed when everything that used it has stopped.</summary>
internal sealed class LocalHost(WebApplication app, string storePath) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public Task StartAsync(CancellationToken cancellationToken = default) => app.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        await EmbeddedStores.CloseAsync(storePath);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await EmbeddedStores.CloseAsync(storePath);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
