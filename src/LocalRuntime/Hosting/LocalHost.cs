using Microsoft.AspNetCore.Hosting.Server;

namespace LocalRuntime.Hosting;

/// <summary>The app's host. It closes its embedded store after everything that uses the store has stopped.</summary>
sealed class LocalHost(WebApplication app, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions)
    : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException || StoreFailure.IsUnavailable(failure))
        {
            throw new RefusedException($"The app cannot start: {StoreFailure.FirstLine(failure)}");
        }

        var log = Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host");
        StartReport.Write(log, setup, functions, Services.GetRequiredService<IServer>());
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
