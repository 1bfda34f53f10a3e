using System.Text.Json;

namespace FunctionsApp.Demonstration;

/// <summary>The campaign that fills the first two groups, and its posters.</summary>
static class DemonstrationCampaign
{
    public const string Id = "spring-tea";

    /// <summary>The poster that the first members scan.</summary>
    public static async Task<JsonElement> CreateAsync(DemonstrationClient api, DemonstrationDates dates)
    {
        await api.PostAsync("/api/campaigns", new
        {
            id = Id,
            name = "春茶节",
            mode = "PosterShare",
            opensAt = dates.StartedAt,
            closesAt = dates.StartedAt.AddDays(30),
            groupIds = (string[])["tea-1", "tea-2"],
            tiers = (object[])
            [
                new { invites = 1, reward = new { kind = "Discount", percentOff = 30, title = "7折" } },
                new { invites = 3, reward = new { kind = "Discount", percentOff = 40, title = "6折" } },
            ],
        });
        await PosterAsync(api, "counter", "春茶节 · 门店台卡", "到店扫码进群", "当天试喝一款新茶");
        return await PosterAsync(
            api, "welcome", "春茶节 · 进群有礼", "新人首单立减 30%", "每周三新茶品鉴", "老茶客答疑，不发广告");
    }

    // A poster has no id of its own choice, so the key keeps a second attempt from making another one.
    static Task<JsonElement> PosterAsync(DemonstrationClient api, string name, string title, params string[] lines) =>
        api.PostAsync($"/api/campaigns/{Id}/posters", new { title, lines }, idempotencyKey: $"demo-{name}");
}
