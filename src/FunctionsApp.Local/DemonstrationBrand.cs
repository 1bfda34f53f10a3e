using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Demonstration;

/// <summary>
/// A tea shop with a campaign, two groups and a poster, made through the public API when the store has no group yet.
/// The log says where to look. <c>--no-demo</c> leaves an empty store empty.
/// </summary>
public sealed class DemonstrationBrand(
    IHostApplicationLifetime lifetime, IServer server, IConfiguration settings, TimeProvider clock,
    ILogger<DemonstrationBrand> log) : BackgroundService
{
    const string Campaign = "spring-tea";

    static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    readonly DateTimeOffset startedAt = clock.GetUtcNow();
    bool isBegun;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.Equals(settings["LocalRuntime:Demo"], "false", StringComparison.OrdinalIgnoreCase)) return;
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var api = new HttpClient { BaseAddress = new Uri(address) };
        api.DefaultRequestHeaders.Add("x-functions-key", settings["LocalRuntime:FunctionKey"]);
        while (!await TryCreateAsync(api, stoppingToken)) await Task.Delay(RetryDelay, clock, stoppingToken);
    }

    // An exception of a background service would end the host.
    async Task<bool> TryCreateAsync(HttpClient api, CancellationToken cancellationToken)
    {
        try
        {
            isBegun = isBegun || await IsEmptyAsync(api, cancellationToken);
            if (isBegun) await CreateAsync(api, cancellationToken);
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

    static async Task<bool> IsEmptyAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var groups = await api.GetFromJsonAsync<JsonElement>("/api/groups?top=1", cancellationToken);
        return groups.GetProperty("items").GetArrayLength() == 0;
    }

    // The same ids and bodies in each attempt, so that what an earlier one has created is not created again.
    async Task CreateAsync(HttpClient api, CancellationToken cancellationToken)
    {
        foreach (var number in (int[])[1, 2])
        {
            var joinUrl = $"https://work.weixin.qq.com/gm/demo-tea-{number}";
            var group = Group($"tea-{number}", $"春茶福利群 {number}", joinUrl);
            await PostAsync(api, "/api/groups", group, cancellationToken);
        }

        var campaign = new
        {
            id = Campaign,
            name = "春茶节",
            mode = "PosterShare",
            opensAt = startedAt,
            closesAt = startedAt.AddDays(30),
            groupIds = (string[])["tea-1", "tea-2"],
        };
        await PostAsync(api, "/api/campaigns", campaign, cancellationToken);
        var lines = (string[])["新人首单立减 30%", "每周三新茶品鉴", "老茶客答疑，不发广告"];
        var poster = await PostAsync(
            api, $"/api/campaigns/{Campaign}/posters", new { title = "春茶节 · 进群有礼", lines }, cancellationToken);
        log.LogInformation(
            "A demonstration brand was made. Poster: {Poster}  Scan: {Scan}  Code: {Code}",
            poster.GetProperty("svgUrl").GetString(),
            poster.GetProperty("scanUrl").GetString(),
            poster.GetProperty("code").GetString());
    }

    static object Group(string id, string name, string joinUrl) => new
    {
        id,
        name,
        kind = "SuperUser",
        capacity = 200,
        joinUrl,
        charter = new
        {
            audience = "爱喝茶、想喝懂茶的人",
            service = "每周三一款新茶，品鉴师在群里带大家喝",
            benefits = (string[])["新人首单立减 30%", "每周品鉴名额", "老茶客答疑"],
            rules = (string[])["不发广告和链接", "先改群名片：称呼-城市", "有问题找管理员"],
            endsAt = (string?)null,
            ending = "活动结束后转入会员群，不再拉新",
        },
    };

    static async Task<JsonElement> PostAsync(
        HttpClient api, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await api.PostAsJsonAsync(path, body, cancellationToken);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            var reason = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {reason}");
        }

        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
