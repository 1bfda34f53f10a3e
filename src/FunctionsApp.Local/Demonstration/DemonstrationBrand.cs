using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Demonstration;

/// <summary>
/// A tea shop with groups of every kind, a campaign with a poster, a content library, push plans, a conversion, a flash
/// sale, members and orders, made through the public API when the store has no group yet. The log says where to look.
/// <c>--no-demo</c> leaves an empty store empty.
/// </summary>
public sealed class DemonstrationBrand(
    IHostApplicationLifetime lifetime, IServer server, IConfiguration settings, TimeProvider clock,
    ILogger<DemonstrationBrand> log) : BackgroundService
{
    static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    readonly DemonstrationDates dates = new(clock.GetUtcNow());
    bool isBegun;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.Equals(settings["LocalRuntime:Demo"], "false", StringComparison.OrdinalIgnoreCase)) return;
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("x-functions-key", settings["LocalRuntime:FunctionKey"]);
        var api = new DemonstrationClient(http, settings, clock, stoppingToken);
        while (!await TryCreateAsync(api)) await Task.Delay(RetryDelay, clock, stoppingToken);
    }

    // An exception of a background service would end the host.
    async Task<bool> TryCreateAsync(DemonstrationClient api)
    {
        try
        {
            isBegun = isBegun || await IsEmptyAsync(api);
            if (isBegun) await CreateAsync(api);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException)
        {
            log.LogWarning(
                "The demonstration brand is not complete; the next attempt is in {Delay}: {Reason}",
                RetryDelay, failure.Message);
            return false;
        }
    }

    static async Task<bool> IsEmptyAsync(DemonstrationClient api)
    {
        var groups = await api.GetAsync("/api/groups?top=1");
        return groups.GetProperty("items").GetArrayLength() == 0;
    }

    // The same ids and bodies in each attempt, so that what an earlier one has created is not created again.
    async Task CreateAsync(DemonstrationClient api)
    {
        await DemonstrationGroups.CreateAsync(api, dates);
        var poster = await DemonstrationCampaign.CreateAsync(api, dates);
        await DemonstrationMembers.JoinAsync(api, poster.GetProperty("code").GetString()!);
        await DemonstrationPushes.CreateAsync(api);
        await DemonstrationSales.CreateAsync(api, dates);
        log.LogInformation(
            "A demonstration brand was made. Poster: {Poster}  Scan: {Scan}  Code: {Code}",
            poster.GetProperty("svgUrl").GetString(),
            poster.GetProperty("scanUrl").GetString(),
            poster.GetProperty("code").GetString());
    }
}
