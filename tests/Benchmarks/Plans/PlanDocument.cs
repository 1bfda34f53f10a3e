using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Plans;

/// <summary>Documents of plans for <c>POST /api/import</c>.</summary>
static class PlanDocument
{
    /// <summary>Open groups without members, whose numbers begin with <paramref name="first"/>.</summary>
    public static JsonObject OfGroups(int first, int count) => new()
    {
        ["schema"] = "community-plans",
        ["version"] = 1,
        ["brandId"] = "0123456789abcdef0123456789abcdef",
        ["groups"] = new JsonArray([.. Enumerable.Range(first, count).Select(Group)]),
    };

    /// <summary>The id of a group by its number.</summary>
    public static string GroupId(int number) => string.Create(CultureInfo.InvariantCulture, $"tea-{number}");

    static JsonNode Group(int number) => new JsonObject
    {
        ["id"] = GroupId(number),
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"春茶福利群 {number}"),
        ["kind"] = "SuperUser",
        ["capacity"] = 200,
        ["joinUrl"] = "https://work.weixin.qq.com/gm/0f3a9c5be7d24c0f",
        ["charter"] = new JsonObject
        {
            ["audience"] = "爱喝茶的人",
            ["service"] = "每周三一款新茶",
            ["benefits"] = new JsonArray("新人立减 30%"),
            ["rules"] = new JsonArray("不发广告"),
            ["ending"] = "活动结束后解散",
        },
    };
}
