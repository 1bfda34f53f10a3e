using Community.Pushes.Guards;
using Community.Pushes.Occurrences;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>
/// A push in HTTP responses. <c>plannedAt</c> is the instant at which it is due, after moves; <c>variant</c> is the
/// number of the item's text from 1, null until it is queued; <c>reason</c> says why it is not sent, with the
/// <c>guard</c> or other <c>cause</c>.
/// </summary>
public sealed record PushView(
    string Id,
    string PlanId,
    string SlotId,
    string GroupId,
    string? ContentId,
    int? Variant,
    DateTimeOffset PlannedAt,
    DateTimeOffset? NotBefore,
    PushState State,
    PushSkipCause? Cause,
    PushGuard? Guard,
    string? Reason,
    DateTimeOffset? SentAt,
    bool? Late,
    DateTimeOffset? RemindedAt,
    string? DeliveryKey,
    PushRecall? Recall,
    IReadOnlyList<PushChange> Changes)
{
    public static PushView From(Push push) => new(
        push.Id,
        push.PlanId,
        push.SlotId,
        push.GroupId,
        push.ContentId,
        push.Variant,
        push.DueAt,
        push.NotBefore,
        push.State,
        push.Skip?.Cause,
        push.Skip?.Guard,
        push.Skip?.Reason ?? push.FailureReason,
        push.SentAt,
        push.IsLate,
        push.RemindedAt,
        push.DeliveryKey,
        push.Recall,
        push.Changes);
}
