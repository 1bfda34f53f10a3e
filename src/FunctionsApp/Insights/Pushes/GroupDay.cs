using System.Text.Json.Serialization;
using Community.Groups;
using Community.Insights.Pushes;
using Community.Platform;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Insights.Pushes;

/// <summary>The figures of the pushes that were planned in one group for one local date.</summary>
public sealed record GroupDay(IReadOnlyList<PushFiguresLine> Lines, IReadOnlyList<FlaggedPush> Flagged)
{
    public static GroupDay None { get; } = new([], []);

    [JsonIgnore]
    public PushBreakdown Figures => PushBreakdown.From(Lines);

    public static GroupDay From(Group group, IReadOnlyList<PushReport> reports, BrandTime time) => new(
        reports.Aggregate(PushBreakdown.None, (sum, report) => sum.Plus(FiguresOf(group, report, time))).All,
        [.. reports.Select(report => report.ToFlagged()).OfType<FlaggedPush>()]);

    static PushBreakdown FiguresOf(Group group, PushReport report, BrandTime time) => PushBreakdown.Of(
        report.Item?.Body.Kind.ToString() ?? "",
        report.Push.PlanId,
        group.Owner ?? "",
        report.Push.DueAt.TimeIn(time.Zone).Hour,
        PushFigures.From(report.Push, report.Clicks, report.Response));
}

/// <summary>The figures of one group and day, and of the items that it got.</summary>
public sealed record CountedGroup(string GroupId, GroupDay Day, IReadOnlyList<ItemShare> Shares)
{
    public static CountedGroup From(Group group, IReadOnlyList<PushReport> reports, BrandTime time) => new(
        group.Id,
        GroupDay.From(group, reports, time),
        [
            .. from share in reports.Select(report => report.ToShare()).OfType<ItemShare>()
               group share.Count by share.Item into counts
               select new ItemShare(counts.Key, counts.Aggregate(ShareCount.None, (sum, count) => sum.Plus(count))),
        ]);
}
