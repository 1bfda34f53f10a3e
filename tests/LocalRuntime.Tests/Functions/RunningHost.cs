using System.Globalization;
using System.Text.Json;
using LocalRuntime.Functions;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Functions;

/// <summary>A host of the given function classes on a port of its own, and a client of it.</summary>
sealed class RunningHost : IAsyncDisposable
{
    public const string Key = "the operator's key";

    readonly IHost host;

    RunningHost(IHost host)
    {
        this.host = host;
        var features = host.Services.GetRequiredService<IServer>().Features;
        var address = features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        Client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        KeyClient = new HttpClient { BaseAddress = new Uri(address) };
        KeyClient.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public HttpClient Client { get; }

    /// <summary>Sends the key.</summary>
    public HttpClient KeyClient { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<RunningHost> StartAsync(
        Type functions,
        string hostJson = """{"version":"2.0"}""",
        Action<LocalApplicationBuilder>? configure = null,
        params string[] args)
    {
        var built = Build([functions], hostJson, configure, args);
        await built.StartAsync();
        return new RunningHost(built);
    }

    public static IHost Build(
        Type[] functions,
        string hostJson = """{"version":"2.0"}""",
        Action<LocalApplicationBuilder>? configure = null,
        params string[] args)
    {
        string[] defaults = ["--urls", "http://127.0.0.1:0", "--data", ":memory:", "--function-key", Key];
        var setup = HostSetup.From(
            CommandLine.Parse([.. defaults, .. args]),
            new FunctionSource(typeof(RunningHost).Assembly) { Types = functions },
            HostJsonReader.Read(hostJson),
            new SettingsFile(null, new Dictionary<string, string?>(StringComparer.Ordinal)));
        var builder = new LocalApplicationBuilder(setup, RefusalPolicy.Throw);
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        return builder.Build();
    }

    public static Action<LocalApplicationBuilder> With<T>(T service)
        where T : class => builder => builder.Services.AddSingleton(service);

    public static Action<LocalApplicationBuilder> Setting(string name, string value) => builder =>
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]);

    public async Task<DateTimeOffset> AdvanceAsync(string duration)
    {
        using var answer = await KeyClient.PostAsync(
            "/local/clock", new StringContent($$"""{"advance":"{{duration}}"}"""));
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return DateTimeOffset.Parse(json.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        KeyClient.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
