using System.Globalization;
using System.Xml;

namespace Simulation.Workloads;

/// <summary>The items and plans of <see cref="PushWorkload"/>.</summary>
static class PushBodies
{
    public const string Tag = "茶";

    const string Offer = "offer";
    const string SecondOffer = "second-offer";

    static readonly TimeSpan DefaultLateness = TimeSpan.FromHours(2);
    static readonly TimeSpan EveningLateness = TimeSpan.FromHours(3);
    static readonly TimeSpan NightLateness = TimeSpan.FromMinutes(30);

    /// <summary>The items that are advertisements.</summary>
    public static IReadOnlyList<string> Promotions { get; } = [Offer, SecondOffer];

    /// <summary>Items that may come again the next day, so that other guards than their interval decide.</summary>
    public static IReadOnlyList<object> Contents { get; } =
    [
        Content("morning", "Useful", "{group} 早上好，今天聊聊怎么存茶", reuseDays: 1),
        Content(Offer, "Promotion", "新茶上架：{link}", reuseDays: 1),
        Content(SecondOffer, "Promotion", "老客专享：{link}", reuseDays: 1),
        Content("evening", "Useful", "睡前一杯茶，怎么选？", reuseDays: 1),
        Content("late-night", "Fun", "今天的茶友问答", reuseDays: 1),
        Content("water", "Useful", "另一条：水温怎么选", reuseDays: 1),
        Content("rare-talk", "Useful", "今晚聊聊明前茶", reuseDays: 1),
        .. Enumerable.Range(1, 3).Select(n => Content(SampleBodies.Named("joke", n), "Fun", $"茶桌笑话 {n}", 3)),
        .. Enumerable.Range(1, 3).Select(n => Content(SampleBodies.Named("rare", n), "Scarce", $"古树故事 {n}", 30)),
    ];

    /// <summary>
    /// A day of pushes: before the window, in it, nearer to each other than the spacing, and at its end.
    /// <paramref name="morning"/> and <paramref name="offer"/> are <c>HH:mm</c>.
    /// </summary>
    public static object[] DailySlots(string morning, string offer, string offered) =>
    [
        Slot("early", Cron("07:50"), "water", "SendLate"),
        Slot("morning", Cron(morning), "morning", "MergeIntoNext"),
        Slot("offer", Cron(offer), offered, "Skip"),
        DrawSlot("fun", Cron("13:30"), "Fun", "SendLate"),
        Slot("second-offer", Cron("16:00"), SecondOffer, "Skip"),
        Slot("evening", Cron("19:00"), "evening", "SendLate", EveningLateness),
        Slot("night", Cron("21:25"), "late-night", "SendLate", NightLateness),
    ];

    /// <summary>The first days of a group. Some are due in the same minutes as those of each day.</summary>
    public static object[] FirstDays() =>
    [
        DrawSlot("first", new { type = "DayOffset", day = 1, time = "13:30" }, "Scarce", "SendLate"),
        DrawSlot("second", new { type = "DayOffset", day = 2, time = "11:00" }, "Scarce", "Skip"),
        DrawSlot("third", new { type = "DayOffset", day = 3, time = "10:00" }, "Fun", "MergeIntoNext"),
    ];

    /// <summary>How long after its instant a push of the slot may be sent.</summary>
    public static TimeSpan LatenessOf(string slotId) => slotId switch
    {
        "evening" => EveningLateness,
        "night" => NightLateness,
        _ => DefaultLateness,
    };

    public static object Plan(string id, IEnumerable<string> groups, object[] slots) =>
        new { id, name = "每日分享", groupIds = groups, slots };

    static object Content(string id, string kind, string text, int reuseDays) => new
    {
        id,
        kind,
        tags = (string[])[Tag],
        variants = (string[])[text],
        attachments = (object[])[new { type = "Link", title = "春茶", url = "https://shop.example/a" }],
        source = kind == "Scarce" ? "《茶经》" : null,
        author = "小林",
        reuseDays,
    };

    public static object Slot(string id, object at, string content, string missed, TimeSpan? lateness = null) => new
    {
        id,
        at,
        content,
        missed,
        lateness = XmlConvert.ToString(lateness ?? DefaultLateness),
    };

    static object DrawSlot(string id, object at, string kind, string missed) =>
        new { id, at, draw = new { kind, tags = (string[])[Tag] }, missed };

    static object Cron(string time)
    {
        var at = TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);
        return new { type = "Recurring", cron = FormattableString.Invariant($"{at.Minute} {at.Hour} * * *") };
    }
}
