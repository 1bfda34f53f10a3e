using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using FunctionsApp.Tests.Contract;
using LocalRuntime;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport.Logs;

namespace FunctionsApp.Tests;

/// <summary>
/// The whole app behind HTTP on its own port. The client sends the operator's key and follows no redirects.
/// </summary>
public class AppHost : IAsyncLifetime
{
    public const string Key = "the-operators-key";

    public const string Secret = "whsec_dGhlIGNoYW5uZWwncyBvd24gc2VjcmV0";

    /// <summary>Three months have 130,000 minutes, and a busy machine takes them slowly.</summary>
    static readonly TimeSpan LongestAdvance = TimeSpan.FromMinutes(15);

    /// <summary>What comes once a day has come before the end of this time.</summary>
    static readonly TimeSpan LastDays = TimeSpan.FromDays(2);

    readonly AppHostSetup setup;
    readonly DirectoryInfo? folder;
    readonly HostLog log = new(new PlantedValues(Key, Secret));
    IHost? host;
    int made;

    public AppHost()
        : this(new AppHostSetup())
    {
    }

    internal AppHost(AppHostSetup setup)
    {
        this.setup = setup;
        if (setup.OnDisk) folder = Directory.CreateTempSubdirectory("community-");
    }

    public HttpClient Client { get; private set; } = new();

    public IServiceProvider Services => host!.Services;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    internal static async Task<AppHost> StartAsync(AppHostSetup setup)
    {
        var app = new AppHost(setup);
        await app.InitializeAsync();
        return app;
    }

    public async ValueTask InitializeAsync() => await StartHostAsync(setup.Clock);

    /// <summary>An id that is unique in this host.</summary>
    public string NewId(string kind) => $"{kind}-{Interlocked.Increment(ref made)}";

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> PostAsync(string path, JsonNode body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(body), headers);

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? body,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Moves the clock; returns when everything due by then has run.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var moved = await PostAsync("/local/clock", new JsonObject { ["advance"] = XmlConvert.ToString(by) });
        Assert.Equal(HttpStatusCode.OK, moved.Status);
    }

    /// <summary>
    /// Lets weeks pass that need not be lived through: the host, which is on disk, is off until the last two days.
    /// </summary>
    public async Task PassAsync(TimeSpan time)
    {
        var (off, end) = (Now + time - LastDays, Now + time);
        await StopHostAsync();
        await StartHostAsync(off);
        await AdvanceAsync(end - Now);
    }

    /// <summary>
    /// The time until a person gets the task to greet who joins now: the end of the quarter of an hour.
    /// </summary>
    public TimeSpan UntilGreeting()
    {
        const long Quarter = 15 * TimeSpan.TicksPerMinute;
        return TimeSpan.FromTicks(Quarter - (Now.UtcTicks % Quarter));
    }

    /// <summary>Returns when everything that is due now has run.</summary>
    public Task RunUntilIdleAsync() => AdvanceAsync(TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        if (host is null) return;
        await StopHostAsync();
        folder?.Delete(recursive: true);
        log.Verify();
    }

    internal static StringContent Json(JsonNode body) =>
        new(body.ToJsonString(JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    async Task StartHostAsync(DateTimeOffset clock)
    {
        string[] args =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder is null ? setup.Store : Path.Combine(folder.FullName, "store.db"),
            "--function-key",
            Key,
            "--clock",
            clock.ToString("O", CultureInfo.InvariantCulture),
            .. setup.Demonstration ? Array.Empty<string>() : ["--no-demo"],
        ];
        host = LocalCommunityApp.Build(args, Configure);
        await host.StartAsync();
        var address = Services
            .GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        Client.Dispose();
        Client = new HttpClient(new ContractHandler(log.Watch(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            Contract = await ApiContract.LoadAsync(Services),
        })
        {
            BaseAddress = new Uri(address),
            Timeout = LongestAdvance,
        };
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    async Task StopHostAsync()
    {
        await host!.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    void Configure(LocalApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        LogCapture.AddTo(builder.Logging, log.Write);
        builder.Configuration.AddInMemoryCollection([
            new("Channel:Secret", Secret),
            new("PublicBaseUrl", "https://brand.example.com"),
        ]);
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        setup.Configure?.Invoke(builder);
    }
}
