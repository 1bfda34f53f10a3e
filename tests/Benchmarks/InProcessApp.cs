using FunctionsApp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TestSupport.LocalApp;

namespace Benchmarks;

/// <summary>The app in this process, on a storage service, where what it sends can be counted. Its orchestrations are kept in memory.</summary>
sealed class InProcessApp : IAsyncDisposable
{
    readonly IHost host;

    InProcessApp(IHost host)
    {
        this.host = host;
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public static async Task<InProcessApp> StartAsync(string storage)
    {
        Environment.SetEnvironmentVariable("Channel__Secret", SignedEvents.Secret);
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
        var built = CommunityApp.Build(
            ["--urls", "http://127.0.0.1:0", "--data", ":memory:", "--storage", storage, "--function-key", AppProcess.FunctionKey, "--no-demo"]);
        await built.StartAsync();
        return new InProcessApp(built);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
