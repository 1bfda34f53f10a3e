using System.Text.Json;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using LocalRuntime;
using LocalRuntime.Store;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rehearsal.Hosting;

/// <summary>Builds the host of the app from options of the local runtime.</summary>
delegate IHost AppBuilder(string[] args, Action<LocalApplicationBuilder> configure);

/// <summary>The compiled app in this process, on an empty store in memory and a simulated clock.</summary>
sealed class RehearsedApp : IAsyncDisposable
{
    /// <summary>The public address of the app, which leads nowhere (RFC 6761).</summary>
    public const string Address = "https://rehearsal.invalid";

    const string Key = "the-key-of-a-rehearsal";

    static readonly (string Name, string Value) AdministratorKey = ("x-functions-key", Key);

    static int storeCount;

    readonly EmbeddedStore data;
    readonly string name;
    readonly IHost host;

    RehearsedApp(EmbeddedStore data, string name, IHost host) =>
        (this.data, this.name, this.host) = (data, name, host);

    /// <summary>Starts the app. Ids and codes that it makes follow from <paramref name="seed"/>.</summary>
    public static async Task<RehearsedApp> StartAsync(
        AppBuilder build,
        SimulatedClock clock,
        int seed,
        IChannel channel,
        IReadOnlyDictionary<string, string?> settings)
    {
        var path = FormattableString.Invariant($":memory:rehearsal-{Interlocked.Increment(ref storeCount)}");
#pragma warning disable CA2000 // the app closes it
        var store = new EmbeddedStore(path, inline: true);
#pragma warning restore CA2000
        var time = clock.ForInstance(() => true);
        EmbeddedStores.Share(
            path, new OpenStore(store, time) { Hosts = new HashSet<string>(StringComparer.Ordinal) });
#pragma warning disable CA5394 // ids of a rehearsal are no secret
        var random = new Random(seed);
        var built = build(["--data", path, "--function-key", Key, "--no-demo"], builder =>
        {
            builder.Logging.ClearProviders();
            RemoveSettingsOfMachine(builder.Configuration);
            builder.Configuration.AddInMemoryCollection([.. settings, new("PublicBaseUrl", Address)]);
            builder.Services
                .AddSingleton(new OptimisticRetry(time, random.NextDouble))
                .AddSingleton(InMemoryHost.IdsFrom(random))
                .AddInMemoryHost()
                .AddSingleton(channel);
        });
#pragma warning restore CA5394
        await built.StartAsync();
        return new RehearsedApp(store, path, built);
    }

    /// <summary>The request that imports plans.</summary>
    public static ApiRequest Import(byte[] plans, bool isDryRun) =>
        new("POST", $"/api/import?dryRun={(isDryRun ? "true" : "false")}", plans, AdministratorKey);

    public IServiceProvider Services => host.Services;

    public Task<ApiResponse> SendAsync(ApiRequest request) =>
        ((InMemoryServer)host.Services.GetRequiredService<IServer>()).SendAsync(request);

    /// <summary>The answer to a request of an administrator.</summary>
    public Task<ApiResponse> SendAsync(string method, string path, byte[]? body = null) =>
        SendAsync(new ApiRequest(method, path, body ?? [], AdministratorKey));

    /// <inheritdoc cref="SendAsync(string, string, byte[])" />
    public Task<ApiResponse> PostAsync(string path, object? body = null) => SendAsync(
        "POST", path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web));

    /// <summary>The JSON at a path; throws when the app answers anything else.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        var answer = await SendAsync("GET", path);
        return answer.Status == 200
            ? answer.Json
            : throw new InvalidOperationException($"GET {path} was answered {answer.Status}: {answer.Text}");
    }

    /// <summary>Every item of all pages of a list.</summary>
    public IAsyncEnumerable<JsonElement> ListAsync(string path) => ApiPages.ReadAsync(path, GetAsync);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await EmbeddedStores.CloseAsync(name);
        await data.DisposeAsync();
    }

    // The settings file and the environment of the machine would change what the plans do.
    static void RemoveSettingsOfMachine(IConfigurationManager configuration)
    {
        configuration.Sources.RemoveAt(0);
        foreach (var source in configuration.Sources.OfType<EnvironmentVariablesConfigurationSource>().ToList())
            configuration.Sources.Remove(source);
    }
}
