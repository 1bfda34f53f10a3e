using System.Globalization;
using FunctionsApp;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Client;
using LocalRuntime;
using LocalRuntime.DurableTask;
using LocalRuntime.Hosting;
using LocalRuntime.Store;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Simulation.Runs;
using TestSupport.Logs;

namespace Simulation.Instances;

/// <summary>
/// One instance of the app, from its start until it is killed; a killed instance has no further effect.
/// </summary>
sealed class AppInstance
{
    public const string Key = "the-operators-key";

    readonly TaskCompletionSource<ApiResponse?> killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly World world;
    readonly string name;
    IHost? host;

    AppInstance(World world, int number)
    {
        (this.world, Number) = (world, number);
        name = $":memory:{world.StoreName}-instance-{number}";
    }

    public int Number { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>True when it has started and answers requests.</summary>
    public bool IsStarted { get; private set; }

    public IServiceProvider Services => host!.Services;

    /// <summary>Creates an instance that is not started.</summary>
    public static AppInstance Create(World world, int number)
    {
        var instance = new AppInstance(world, number);
        EmbeddedStores.Share(
            instance.name,
            new OpenStore(world.Store, world.Clock.ForInstance(() => instance.IsAlive))
            {
                Gate = new InstanceGate(world, instance),
                Hosts = world.Hosts,
            });
        instance.host = LocalCommunityApp.Build(
            ["--data", instance.name, "--function-key", Key, "--no-demo"],
            instance.Configure);
        return instance;
    }

    /// <summary>Starts it; never completes when it is killed meanwhile.</summary>
    public async Task StartAsync()
    {
        await host!.StartAsync();
        IsStarted = true;
    }

    /// <summary>The answer of the app; null when it is killed before.</summary>
    public async Task<ApiResponse?> SendAsync(ApiRequest request)
    {
        if (!IsAlive) return null;
        var answer = AnswerAsync(request);
        return await (await Task.WhenAny(answer, killed.Task));
    }

    /// <summary>Kills the instance at once.</summary>
    public async Task KillAsync()
    {
        if (!IsAlive) return;
        IsAlive = false;
        world.Hosts.Remove(Services.GetRequiredService<HostPresence>().Id);
        Services.GetRequiredService<OrchestrationEngine>().Abandon();
        await EmbeddedStores.CloseAsync(name);
        killed.SetResult(null);
    }

    /// <summary>Notifies the instance that other instances started or were killed.</summary>
    public void NoticeOtherHosts() => Services.GetRequiredService<HostPresence>().OthersChanged();

    async Task<ApiResponse?> AnswerAsync(ApiRequest request) =>
        await ((InMemoryServer)Services.GetRequiredService<IServer>()).SendAsync(request);

    void Configure(LocalApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TraceLog(world, Number));
        LogCapture.AddTo(builder.Logging, world.CheckLog);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Channel:Secret", Webhooks.Secret),
            new("PublicBaseUrl", "https://brand.example.com"),
            new("AllowedLinkHosts", "shop.example"),
            new("Push:PerWeek", Plans.Behaviour.FromFile.PushesPerWeek.ToString(CultureInfo.InvariantCulture)),
            new("Push:OwnerTapsPerDay", Plans.Behaviour.FromFile.PushTapsPerDay.ToString(CultureInfo.InvariantCulture)),
            new($"Shops:{Workloads.OrderWorkload.Shop}:Kind", "Standard"),
            new($"Shops:{Workloads.OrderWorkload.Shop}:Secrets:0", Webhooks.Secret),
        ]);
        builder.Services.AddSingleton(world.Retry).AddSingleton(world.Ids);
        builder.Services.AddInMemoryHost();
        // Hours of scans become a total within the run, beginning with the first midnight (UTC).
        builder.Services.AddSingleton(new ScanRetention(TimeSpan.Zero));
        if (world.WeCom is not { } platform)
        {
            builder.Services.AddSingleton<IChannel>(new Channel.FaultyChannel(world, this));
            return;
        }

        builder.Configuration.AddInMemoryCollection(platform.Settings());
        // The timer that renews connections would keep every killed instance in memory.
        builder.Services.ConfigureHttpClientDefaults(http => http.SetHandlerLifetime(Timeout.InfiniteTimeSpan));
        builder.Services.AddSingleton<IChannel>(services => new WeCom.NamingChannel(
            ActivatorUtilities.CreateInstance<WeComChannel>(services), platform.GroupSends));
        builder.Services.AddSingleton(new WeComTransport(() => new WeCom.GatedTransport(world, this, platform)));
        builder.Services.AddSingleton(new WeComTiming(world.Clock.ForInstance(() => IsAlive))
        {
            NextRandom = world.Random.NextDouble,
        });
    }
}
