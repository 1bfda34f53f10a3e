using System.Globalization;
using FunctionsApp;
using LocalRuntime;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport.LocalApp;

namespace Benchmarks;

/// <summary>
/// The app in this process, where its storage requests are counted. With a storage service, orchestrations stay in
/// memory.
/// </summary>
sealed class InProcessApp : IAsyncDisposable
{
    readonly IHost host;

    InProcessApp(IHost host)
    {
        this.host = host;
        Address = new Uri(
            host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public static Task<InProcessApp> StartAsync(
        string storage,
        params IReadOnlyList<(string Name, string Value)> settings
    ) => BuildAsync(["--data", ":memory:", "--storage", storage], settings);

    /// <summary>The app in memory, with a virtual clock at <paramref name="clock"/>.</summary>
    public static Task<InProcessApp> StartAsync(
        DateTimeOffset clock, Action<LocalApplicationBuilder>? configure = null) => BuildAsync(
        ["--data", ":memory:", "--clock", clock.ToString("O", CultureInfo.InvariantCulture)], [], configure);

    /// <summary>The app on an embedded store in virtual time, without onboarding.</summary>
    public static Task<InProcessApp> StartAsync(string store, DateTimeOffset clock) =>
        StartAsync(store, clock, [("Onboarding", "Off")]);

    /// <summary>The app on an embedded store in virtual time.</summary>
    public static Task<InProcessApp> StartAsync(
        string store, DateTimeOffset clock, IReadOnlyList<(string Name, string Value)> settings) =>
        BuildAsync(["--data", store, "--clock", clock.ToString("O", CultureInfo.InvariantCulture)], settings);

    /// <summary>The app on an embedded store in real time.</summary>
    public static Task<InProcessApp> StartEmbeddedAsync(
        string store,
        params IReadOnlyList<(string Name, string Value)> settings
    ) => BuildAsync(["--data", store], settings);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    static async Task<InProcessApp> BuildAsync(
        string[] where,
        IReadOnlyList<(string Name, string Value)> settings,
        Action<LocalApplicationBuilder>? configure = null)
    {
        // Settings are no environment variables, which child processes of benchmarks would inherit.
        var built = LocalCommunityApp.Build(
            ["--urls", "http://127.0.0.1:0", .. where, "--function-key", AppProcess.FunctionKey, "--no-demo"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Channel:Secret", SignedEvents.Secret)]);
                builder.Configuration.AddInMemoryCollection(
                    settings.Select(setting =>
                        KeyValuePair.Create(
                            setting.Name.Replace("__", ":", StringComparison.Ordinal),
                            (string?)setting.Value)));
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            });
        await built.StartAsync();
        return new InProcessApp(built);
    }
}
