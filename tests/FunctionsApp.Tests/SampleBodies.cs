using System.Text.Json.Nodes;

namespace FunctionsApp.Tests;

/// <summary>Valid request bodies.</summary>
static class SampleBodies
{
    public const string JoinUrl = "https://work.weixin.qq.com/gm/0f3a9c5be7d24c0f";

    public static JsonObject Group(
        string? id,
        DateTimeOffset? endsAt = null,
        string kind = "SuperUser",
        int capacity = 200,
        string? joinUrl = JoinUrl) =>
        new()
        {
            ["id"] = id,
            ["name"] = $"春茶福利群 {id}",
            ["kind"] = kind,
            ["capacity"] = capacity,
            ["joinUrl"] = joinUrl,
            ["charter"] = new JsonObject
            {
                ["audience"] = "爱喝茶的人",
                ["service"] = "每周三一款新茶",
                ["benefits"] = new JsonArray("新人立减 30%", "每周品鉴名额"),
                ["rules"] = new JsonArray("不发广告", "先改群名片"),
                ["endsAt"] = endsAt,
                ["ending"] = "活动结束后解散",
            },
        };

    public static JsonObject Campaign(
        string? id,
        DateTimeOffset opensAt,
        DateTimeOffset closesAt,
        params IEnumerable<string> groupIds) =>
        new()
        {
            ["id"] = id,
            ["name"] = $"春茶节 {id}",
            ["mode"] = "PosterShare",
            ["opensAt"] = opensAt,
            ["closesAt"] = closesAt,
            ["groupIds"] = new JsonArray([.. groupIds.Select(group => (JsonNode)group)]),
        };

    public static JsonObject Poster() => new()
    {
        ["title"] = "春茶节 · 进群有礼",
        ["lines"] = new JsonArray("新人首单立减 30%", "每周三新茶品鉴"),
    };

    public static JsonObject FlashSale(
        string? id, string groupId, DateTimeOffset opensAt, DateTimeOffset closesAt) =>
        FlashSale(id, [groupId], opensAt, closesAt);

    public static JsonObject FlashSale(
        string? id,
        IEnumerable<string> groupIds,
        DateTimeOffset opensAt,
        DateTimeOffset closesAt,
        params IEnumerable<JsonObject> waves) =>
        new()
        {
            ["id"] = id,
            ["name"] = "今晚快闪",
            ["groups"] = new JsonArray([.. groupIds.Select(group => new JsonObject { ["groupId"] = group })]),
            ["opensAt"] = opensAt,
            ["waves"] = new JsonArray([.. waves]),
            ["closesAt"] = closesAt,
            ["quantity"] = 50,
            ["farewell"] = "今晚的快闪结束了，群稍后解散，谢谢大家！",
            ["newBuyerGroupId"] = null,
        };

    public static JsonObject Wave(
        DateTimeOffset at,
        string text = "第一波：明前龙井，限量 50 份 {link}",
        string? url = "https://shop.example/p/1") =>
        new() { ["at"] = at, ["text"] = text, ["url"] = url };
}
