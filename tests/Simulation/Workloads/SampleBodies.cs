using System.Globalization;

namespace Simulation.Workloads;

/// <summary>Request bodies of operators.</summary>
static class SampleBodies
{
    public static object Group(
        string id,
        string kind,
        DateTimeOffset endsAt,
        int capacity = 500,
        string? joinUrl = "https://work.weixin.qq.com/gm/abc",
        string? owner = null) => new
        {
            id,
            name = $"春茶福利群 {id}",
            kind,
            capacity,
            joinUrl,
            owner,
            charter = new
            {
                audience = "爱喝茶的人",
                service = "每周三一款新茶",
                benefits = (string[])["新人立减"],
                rules = (string[])["不发广告"],
                endsAt,
                ending = "活动结束后解散",
            },
        };

    /// <summary>The product of a conversion.</summary>
    public static object Product(int quantity) => new
    {
        name = "明前龙井",
        url = "https://shop.example/p/1",
        priceMinor = 19900,
        currency = "CNY",
        quantity,
    };

    /// <summary>A warm-up less than a day before the link, which needs a reason.</summary>
    public static object ShortWarmUp(DateTimeOffset at) => new
    {
        at,
        topic = "大家平时喝什么茶？",
        poll = (string[])["绿茶", "红茶", "不喝茶"],
        overrideReason = "当天的活动",
    };

    public static string Named(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
