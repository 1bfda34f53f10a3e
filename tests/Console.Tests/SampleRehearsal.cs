using System.Text.Json;

namespace ConsoleTests;

/// <summary>The report of a rehearsal of the demonstration brand.</summary>
static class SampleRehearsal
{
    public const string Warning = "12 月 2 日 20 时小林有 30 个待办";

    /// <summary>The report; <paramref name="members"/> of the group tea-1 are expected at its end.</summary>
    public static object Report(DateTimeOffset from, DateTimeOffset to, int members) => new
    {
        schema = "community-rehearsal",
        version = 1,
        brandId = "0123456789abcdef0123456789abcdef",
        planDigest = "fedcba9876543210fedcba9876543210",
        from,
        to,
        timeZone = "Asia/Shanghai",
        channel = "Simulated",
        members = 400,
        seeds = (int[])[1, 2, 3, 4, 5],
        simulated = (string[])["人按假设行事；平台按设置的能力行事", "节假日和竞争对手没有模拟"],
        assumptions = (object[])
        [
            new { name = "clickShare", value = 0.12, source = "assumed" },
            new { name = "replyShare", value = 0.05, source = "本品牌 2026 年 11 月" },
        ],
        figures = (object[])
        [
            Figure("Brand", null, "messages", 80, 95, 110),
            Figure("Campaign", "spring-tea", "joins", 180, 212, 240),
            Figure("Campaign", "spring-tea", "costMinor", 90_000, 120_000, 150_000),
            Figure("Conversion", "demo-rock-tea", "orders", 8, 12, 17),
            Figure("FlashSale", "demo-longjing-night", "orders", 20, 30, 41),
            Figure("Group", "tea-1", "members", members - 1, members, members + 1),
        ],
        timeline = Enumerable.Range(0, 300).Select(n => Entry(from.AddMinutes(20 * n), n)),
        staff = Enumerable.Range(0, 48).Select(hour => new
        {
            owner = hour % 3 == 0 ? null : "xiao-lin",
            name = hour % 3 == 0 ? null : "小林",
            hour = from.AddHours(hour),
            mean = hour % 7,
            low = 0,
            high = 9,
        }),
        skipped = (object[])
        [
            new
            {
                groupId = "tea-1",
                origin = "Push",
                planId = "demo-super-user-rhythm",
                reason = "Spacing",
                mean = 3.4,
                seeds = 5,
                firstAt = from.AddHours(3),
            },
        ],
        groups = (object[])
        [
            new
            {
                id = "tea-1",
                name = "春茶福利群 1",
                capacity = 200,
                mean = 196,
                low = 188,
                high = 200,
                seedsFull = 3,
                fullFrom = from.AddDays(2),
                fullTo = from.AddDays(4),
                nextGroupId = "tea-2",
            },
        ],
        stock = (object[])
        [
            new
            {
                kind = "Gift",
                planId = "spring-tea",
                title = "马克杯",
                planned = 100,
                mean = 96,
                low = 80,
                high = 100,
                costMinor = 278_400,
            },
        ],
        warnings = (object[])[new { kind = "StaffPeak", text = Warning, seeds = 4 }],
        comparison = new
        {
            planDigest = "00112233445566778899aabbccddeeff",
            differences = (object[])
            [
                Difference("joins", 212, 230, -6, 42, isEnough: false),
                Difference("credits", 90, 140, 31, 69, isEnough: true),
            ],
        },
        sensitivity = (object[])
        [
            Influence("clickShare", 0.08, 0.16, 8, 17),
            Influence("leaveShare", 0.01, 0.05, 13, 10),
        ],
    };

    /// <summary>The same as the file that a person chooses.</summary>
    public static FilePayload File(DateTimeOffset from, DateTimeOffset to, int members) => new()
    {
        Name = "report.json",
        MimeType = "application/json",
        Buffer = JsonSerializer.SerializeToUtf8Bytes(Report(from, to, members)),
    };

    static object Figure(string scope, string? id, string name, double low, double mean, double high) =>
        new { scope, id, name, mean, low, high };

    static object Entry(DateTimeOffset at, int number) => new
    {
        at,
        kind = number % 5 == 0 ? "Task" : "Message",
        groupId = number % 2 == 0 ? "tea-1" : "tea-2",
        origin = "Push",
        planId = "demo-super-user-rhythm",
        text = $"第 {number} 条：今天聊聊怎么存茶",
        by = number % 5 == 0 ? "xiao-lin" : null,
        count = 1,
    };

    static object Difference(string name, double @this, double other, double low, double high, bool isEnough) => new
    {
        scope = "Campaign",
        id = "spring-tea",
        name,
        @this,
        other,
        difference = other - @this,
        low,
        high,
        isEnough,
    };

    static object Influence(string assumption, double lowValue, double highValue, double atLow, double atHigh) =>
        new { assumption, lowValue, highValue, figure = "orders", atLow, atHigh };
}
