using Community.Insights.Pushes;
using Community.Platform;
using Community.Pushes.Occurrences;
using Community.Selling.Offers;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// What followed a push, in HTTP responses. <c>replies</c> are the messages of members until the next push, at most for
/// 24 h; null where the channel does not report them, and when the push is older than 14 days. <c>variant</c> is null
/// where the text is not known. <c>complete</c> is false in the first 24 h after it was sent.
/// </summary>
public sealed record PushResultsView(
    string PushId,
    string GroupId,
    string PlanId,
    string? ContentId,
    int? Variant,
    PushState State,
    DateTimeOffset? SentAt,
    bool? Complete,
    int? Members,
    int? Clicks,
    int? UniqueClicks,
    int? Replies,
    ChangeView? Joins,
    ChangeView? Leaves,
    LeaveCheckView? LeaveCheck,
    bool? Flagged,
    int? Orders,
    MoneyByCurrency? Revenue)
{
    public static PushResultsView NotSent(Push push) => new(
        push.Id,
        push.GroupId,
        push.PlanId,
        push.ContentId,
        Variant: null,
        push.State,
        SentAt: null,
        Complete: null,
        Members: null,
        Clicks: null,
        UniqueClicks: null,
        Replies: null,
        Joins: null,
        Leaves: null,
        LeaveCheck: null,
        Flagged: null,
        Orders: null,
        Revenue: null);

    public static PushResultsView From(PushReport report, int? replies, OfferTotals sales)
    {
        var response = report.Response!;
        return NotSent(report.Push) with
        {
            Variant = report.ToShare()?.Item.Variant,
            SentAt = report.Push.SentAt,
            Complete = response.IsComplete,
            Members = response.Members,
            Clicks = report.Clicks.All,
            UniqueClicks = report.Clicks.Unique,
            Replies = replies,
            Joins = ChangeView.From(response.Joins),
            Leaves = ChangeView.From(response.Leaves),
            LeaveCheck = LeaveCheckView.From(response.LeaveCheck),
            Flagged = response.LeaveCheck.Verdict,
            Orders = sales.Orders,
            Revenue = sales.Revenue,
        };
    }
}

/// <summary>
/// Joins or leaves in the 24 h after a push, and the mean of the same hours of the <c>days</c> before; null without
/// such a day.
/// </summary>
public sealed record ChangeView(int After24h, double? MeanBefore, int Days)
{
    public static ChangeView From(AttendanceChange change) => new(change.After, change.PerDayBefore, change.Days);
}

/// <summary>
/// The leaves until the next push, at most for 24 h, and the range that the <c>days</c> before let expect; its bounds
/// are null for a young group.
/// </summary>
public sealed record LeaveCheckView(DateTimeOffset Until, int Leaves, int? ExpectedLow, int? ExpectedHigh, int Days)
{
    public static LeaveCheckView From(LeaveCheck check) => new(
        check.Until, check.Leaves, check.Expected?.Low, check.Expected?.High, check.Expected?.Days ?? 0);
}
