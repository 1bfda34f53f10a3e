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

    public static string Named(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
