using System.Text.Json;
using FunctionsApp;
using FunctionsApp.Demonstration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport.LocalApp;

namespace ConsoleTests;

/// <summary>
/// The whole app with the demonstration brand in virtual time, which starts at 2026-12-01 09:00 +08:00.
/// </summary>
public sealed class ConsoleHost : IAsyncLifetime
{
    public const string Key = "the-machine-key-of-the-browser-tests";

    readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    IHost? host;

    /// <summary>Settings of the app beside those of the demonstration.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Registers services in place of the app's own.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Calls the API with the machine key.</summary>
    public OperatorClient Api { get; private set; } = null!;

    public DateTimeOffset Now => Service<TimeProvider>().GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        host = LocalCommunityApp.Build(
            [
                "--urls", "http://127.0.0.1:0", "--data", ":memory:", "--function-key", Key,
                "--clock", "2026-12-01T09:00:00+08:00",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(
                    [new("Channel:Secret", SignedEvents.Secret), new("Shops:tea-shop:Secrets:0", SignedEvents.Secret)]);
                builder.Configuration.AddInMemoryCollection(Settings);
                Configure(builder.Services);
            });
        await host.StartAsync();
        Address = new Uri(host.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Api = new OperatorClient(Address, Key);
        await host.Services.GetServices<IHostedService>().OfType<DemonstrationBrand>().Single().ExecuteTask!;
        await AdvanceAsync(TimeSpan.Zero);
    }

    public T Service<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();

    /// <summary>Moves the clock; returns when everything due by then has run.</summary>
    public Task AdvanceAsync(TimeSpan by) => Api.AdvanceToAsync(Now + by);

    /// <summary>The token of an operator of that role, who is created at the first call.</summary>
    public async Task<string> TokenAsync(string role)
    {
        if (tokens.TryGetValue(role, out var known)) return known;
        var created = await Api.PostAsync("/api/operators", new { name = NameOf(role), role });
        return tokens[role] = created.GetProperty("token").GetString()!;
    }

    public static string NameOf(string role) => role switch
    {
        "Administrator" => "方总",
        "Operator" => "小林",
        _ => "实习生",
    };

    /// <summary>The webhook of a member who joined, and what follows now.</summary>
    public Task JoinAsync(string groupId, string memberId, string name, string? code = null) => ReportAsync(
        SignedEvents.Joined(new Join($"join-{groupId}-{memberId}", groupId, memberId, name, Now, code), Now));

    /// <summary>The webhook of a member who left, and what follows now.</summary>
    public Task LeaveAsync(string groupId, string memberId) =>
        ReportAsync(SignedEvents.Left($"leave-{groupId}-{memberId}", groupId, memberId, Now));

    async Task ReportAsync(HttpRequestMessage webhook)
    {
        Assert.True(await Api.SendAsync(webhook));
        await AdvanceAsync(TimeSpan.Zero);
    }

    public async Task<JsonElement> GetAsync(string path) => await Api.GetAsync(path);

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (host is null) return;
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
