using FunctionsApp.Insights.Rehearsals;
using static Rehearsal.Tests.Reports.SampleReports;

namespace Rehearsal.Tests.Reports;

/// <summary>A week in two groups, with an entry of each kind.</summary>
static class SampleTimeline
{
    const int Days = 7;

    const string LongText =
        "抹茶礼盒今晚八点开团，三天里下单送竹茶筅一只。礼盒里有宇治抹茶 40 克两罐、茶碗一只和冲泡卡一张，适合刚开始喝抹茶的人。"
        + "想先尝一尝的，昨天领到的茶样就是同一款。\n怎么买：点下面的链接，选规格，填地址，备注写群昵称。售后找群主，七天内不满意可以退。"
        + "\n数量不多，卖完为止，谢谢大家一路陪着这个群。";

    public static IEnumerable<RehearsalEntry> Entries() =>
        Enumerable.Range(0, Days).SelectMany(Day).Concat(Incidents()).OrderBy(entry => entry.At);

    static IEnumerable<RehearsalEntry> Day(int day)
    {
        yield return new RehearsalEntry(
            At(day, 9, 0),
            RehearsalEntryKind.PrivateMessages,
            GroupId: null,
            "Onboarding",
            PlanId: null,
            "欢迎来到春茶群，先看群公告。",
            By: null,
            40 + day);
        foreach (var group in new[] { FirstGroup, SecondGroup })
        {
            yield return Entry(At(day, 9, 30), $"早上好。今天的茶：{day + 1} 号。水温 85 度，泡 2 分钟。", group);
            yield return new RehearsalEntry(
                At(day, 14, 5), RehearsalEntryKind.Task, group, "Campaign", "spring", "给达标的人发茶样", "wang", 1);
        }

        yield return new RehearsalEntry(
            At(day, 20, 0), RehearsalEntryKind.Message, FirstGroup, "Conversion", "matcha", LongText, "wang", 1);
    }

    static IEnumerable<RehearsalEntry> Incidents() =>
    [
        Incident(At(2, 15, 20), RehearsalEntryKind.GroupFull, FirstGroup, "春茶一群满了"),
        Incident(At(2, 15, 25), RehearsalEntryKind.RollOver, SecondGroup, "春茶二群接着进人"),
        Incident(At(4, 18, 0), RehearsalEntryKind.Outage, group: null, "平台 20 分钟没有应答"),
        Incident(At(5, 19, 0), RehearsalEntryKind.SoldOut, FirstGroup, "茶样一份发完了"),
        Incident(At(6, 23, 0), RehearsalEntryKind.Dissolved, SecondGroup, "春茶二群解散"),
    ];

    static RehearsalEntry Incident(DateTimeOffset at, RehearsalEntryKind kind, string? group, string text) =>
        new(at, kind, group, Origin: null, PlanId: null, text, By: null, Count: 1);
}
