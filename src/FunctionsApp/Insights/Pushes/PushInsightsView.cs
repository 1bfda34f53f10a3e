using Community.Insights.Pushes;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// Figures of the pushes that were planned for these local days. <c>pendingDays</c> are those of which some pushes are
/// not counted yet. <c>flagged</c> lists the furthest above their range first, at most 100.
/// </summary>
public sealed record PushInsightsView(
    DateOnly From,
    DateOnly To,
    string? GroupId,
    PushFiguresView Total,
    IReadOnlyList<PushFiguresView> ByKind,
    IReadOnlyList<PushFiguresView> ByPlan,
    IReadOnlyList<PushFiguresView> ByOwner,
    IReadOnlyList<PushFiguresView> ByHour,
    int FlaggedCount,
    IReadOnlyList<FlaggedPushView> Flagged,
    IReadOnlyList<DateOnly> PendingDays)
{
    public static PushInsightsView Create(InsightRange range, string? groupId, RangeFigures read)
    {
        var (figures, flagged) = read.Figures;
        return new PushInsightsView(
            range.From,
            range.To,
            groupId,
            PushFiguresView.From(key: null, figures.Total),
            Lines(PushDimension.Kind),
            Lines(PushDimension.Plan),
            Lines(PushDimension.Owner),
            Lines(PushDimension.Hour),
            flagged.Count,
            [.. flagged.Top.Select(FlaggedPushView.From)],
            read.PendingDays);

        IReadOnlyList<PushFiguresView> Lines(PushDimension dimension) =>
        [
            .. figures.Lines(dimension)
                .Select(line => PushFiguresView.From(line.Value.Length == 0 ? null : line.Value, line.Figures)),
        ];
    }
}

/// <summary>
/// Counts of pushes. <c>key</c> is the kind, plan, owner or hour; null without one. <c>skipped</c> counts by guard or
/// other cause.
/// </summary>
public sealed record PushFiguresView(
    string? Key,
    int Planned,
    int OnTime,
    int Late,
    int Missed,
    int Failed,
    int Open,
    IReadOnlyDictionary<string, int> Skipped,
    int Clicks,
    int UniqueClicks,
    int Leaves,
    int Flagged)
{
    public static PushFiguresView From(string? key, PushFigures figures) => new(
        key,
        figures.Planned,
        figures.OnTime,
        figures.Late,
        figures.Missed,
        figures.Failed,
        figures.Open,
        figures.Skipped,
        figures.Clicks,
        figures.UniqueClicks,
        figures.Leaves,
        figures.Flagged);
}

/// <summary>A push after which more members left than expected, and how many.</summary>
public sealed record FlaggedPushView(
    string PushId,
    string GroupId,
    string PlanId,
    string? ContentId,
    DateTimeOffset SentAt,
    int Members,
    int Leaves,
    int ExpectedHigh,
    int Days)
{
    public static FlaggedPushView From(FlaggedPush push) => new(
        push.PushId,
        push.GroupId,
        push.PlanId,
        push.ContentId,
        push.SentAt,
        push.Members,
        push.Leaves,
        push.Expected.High,
        push.Expected.Days);
}
