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
/// Creates a tea shop with a campaign, two groups and a poster through the public API when the store has no group, and
/// logs the addresses of the poster. <c>--no-demo</c> leaves an empty store empty.
/// </summary>
public sealed class DemonstrationBrand(
    IHostApplicationLifetime lifetime,
    IServer server,
    IConfiguration settings,
    TimeProvider clock,
    ILogger<DemonstrationBrand> log) : BackgroundService
{
    const string Campaign = "spring-tea";

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
        if (await IsEmptyAsync(api, stoppingToken)) await CreateAsync(api, stoppingToken);
    }

    static async Task<bool> IsEmptyAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var groups = await api.GetFromJsonAsync<JsonElement>("/api/groups?top=1", cancellationToken);
        return groups.GetProperty("items").GetArrayLength() == 0;
    }

    async Task CreateAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await PostAsync(
            api,
            "/api/groups",
            Group("tea-1", "春茶福利群 1", "https://work.weixin.qq.com/gm/demo-tea-1"),
            cancellationToken);
        await PostAsync(
            api,
            "/api/groups",
            Group("tea-2", "春茶福利群 2", "https://work.weixin.qq.com/gm/demo-tea-2"),
            cancellationToken);
        await PostAsync(
            api,
            "/api/campaigns",
            new
            {
                id = Campaign,
                name = "春茶节",
                mode = "PosterShare",
                opensAt = now,
                closesAt = now.AddDays(30),
                groupIds = (string[])["tea-1", "tea-2"],
            },
            cancellationToken);
        var poster = await PostAsync(
            api,
            $"/api/campaigns/{Campaign}/posters",
            new { title = "春茶节 · 进群有礼", lines = (string[])["新人首单立减 30%", "每周三新茶品鉴", "老茶客答疑，不发广告"] },
            cancellationToken);
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
        HttpClient api,
        string path,
        object body,
        CancellationToken cancellationToken)
    {
        using var answer = await api.PostAsJsonAsync(path, body, cancellationToken);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            var problem = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {problem}");
        }

        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
