using LocalRuntime.Functions;
using LocalRuntime.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting;

/// <summary>The app's host; its embedded store is closed when everything that used it has stopped.</summary>
internal sealed class LocalHost(WebApplication app, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await app.StartAsync(cancellationToken);
        StartReport.Write(Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host"), setup, functions, Services.GetRequiredService<IServer>());
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        await EmbeddedStores.CloseAsync(setup.Options.Store);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await EmbeddedStores.CloseAsync(setup.Options.Store);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
