using Community.Content;
using Community.Insights.Pushes;
using Community.Pushes.Occurrences;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// A push and what followed. <paramref name="Item"/> is its item as it is now, null without one;
/// <paramref name="Response"/> is null unless the push was sent.
/// </summary>
public sealed record PushReport(Push Push, ContentItem? Item, PushResponse? Response, PushClicks Clicks)
{
    /// <summary>True when nothing about the push changes any more but its clicks.</summary>
    public bool IsSettled => Push.IsOver && Response?.IsComplete is not false;

    /// <summary>The flagged push; null when it is not flagged.</summary>
    public FlaggedPush? ToFlagged() =>
        Response is { LeaveCheck: { IsFlagged: true, Expected: { } expected } check } && Push.SentAt is { } sentAt
            ? new FlaggedPush(
                Push.Id,
                Push.GroupId,
                Push.PlanId,
                Push.ContentId,
                sentAt,
                Response.Members,
                check.Leaves,
                expected)
            : null;

    /// <summary>
    /// What the push says about the item's texts. Null for a push that was sent before the texts were approved as they
    /// are now, and for one that also brought other items, whose clicks are not told apart.
    /// </summary>
    public ItemShare? ToShare() =>
        Response is { } response && Item is { } item && item.ApprovedAt <= Push.SentAt && Push.TakenOver.Count == 0
            ? new ItemShare(
                ItemVariant.Of(item, ContentVariants.Assign(item, Push.GroupId)),
                ShareCount.Of(response.Members, Clicks.Unique))
            : null;
}
