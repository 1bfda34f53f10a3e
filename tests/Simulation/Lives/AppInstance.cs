using FunctionsApp;
using FunctionsApp.Messaging.Channels;
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

namespace Simulation.Lives;

/// <summary>One life of the app, from its start to the instant at which it is killed: then nothing it does reaches anybody any more.</summary>
sealed class AppInstance
{
    public const string Key = "the-operators-key";

    readonly TaskCompletionSource<Answer?> death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly World world;
    readonly string name;
    IHost? host;

    AppInstance(World world, int number)
    {
        (this.world, Number) = (world, number);
        name = $":memory:{world.StoreName}-life-{number}";
    }

    public int Number { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>Whether it has started: before that nobody reaches it.</summary>
    public bool IsUp { get; private set; }

    public IServiceProvider Services => host!.Services;

    /// <summary>A life that has yet to start.</summary>
    public static AppInstance Of(World world, int number)
    {
        var life = new AppInstance(world, number);
        EmbeddedStores.Share(life.name, new OpenStore(world.Store, world.Clock.ForLife(() => life.IsAlive)) { Gate = new InstanceGate(world, life), Hosts = world.Hosts });
        life.host = LocalCommunityApp.Build(["--data", life.name, "--function-key", Key, "--no-demo"], life.Configure);
        return life;
    }

    /// <summary>Starts it; never ends if it is killed meanwhile.</summary>
    public async Task StartAsync()
    {
        await host!.StartAsync();
        IsUp = true;
    }

    /// <summary>The app's answer; null when it died before it gave one.</summary>
    public async Task<Answer?> SendAsync(Ask ask)
    {
        if (!IsAlive) return null;
        var answer = AnswerAsync(ask);
        return await (await Task.WhenAny(answer, death.Task));
    }

    /// <summary>Ends this life at once.</summary>
    public async Task KillAsync()
    {
        if (!IsAlive) return;
        IsAlive = false;
        world.Hosts.Remove(Services.GetRequiredService<HostPresence>().Id);
        Services.GetRequiredService<OrchestrationEngine>().Abandon();
        await EmbeddedStores.CloseAsync(name);
        death.SetResult(null);
    }

    /// <summary>Tells this life that others came or went.</summary>
    public void LookAgain() => Services.GetRequiredService<HostPresence>().OthersChanged();

    async Task<Answer?> AnswerAsync(Ask ask) => await ((InMemoryServer)Services.GetRequiredService<IServer>()).SendAsync(ask);

    void Configure(LocalApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddProvider(new TraceLog(world, Number));
        builder.Configuration.AddInMemoryCollection(
        [
            new("Channel:Secret", Senders.Signature.Secret),
            new("PublicBaseUrl", "https://brand.example.com"),
            new("AllowedLinkHosts", "shop.example"),
            new($"Shops:{Workloads.OrderWorkload.Shop}:Kind", "Standard"),
            new($"Shops:{Workloads.OrderWorkload.Shop}:Secrets:0", Senders.Signature.Secret),
        ]);
        builder.Services.AddSingleton(world.Retry).AddSingleton(world.Ids);
        builder.Services.AddSingleton<IServer, InMemoryServer>();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton<IChannel>(new Channel.WitnessedChannel(world, this));
    }

    // The console's own would listen for signals and keep every dead life in memory.
    sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
