using System.Globalization;
using Community.Platform;
using Community.Platform.Texts;
using Community.Pushes.Calendars;

namespace Community.Pushes.Guards;

/// <summary>
/// Decides whether a push is sent to its group. Guards are asked in the order of <see cref="PushGuard"/>; the first
/// that does not let it pass, and is not overridden, decides. A push whose key is in the history already does not count
/// twice. Messages in the near future count as those in the past.
/// </summary>
public static class PushGuards
{
    static readonly Func<PushAttempt, PushDecision?>[] InOrder =
    [
        GroupOpen, Paused, Window, PerDay, PerWeek, Spacing, OwnerTaps,
        PromotionMixed, ConsecutivePromotions, InBlackout, Reused, ChannelFull,
    ];

    public static PushDecision Decide(
        PushRequest request, GroupSituation situation, PushLimits limits, TimeZoneInfo zone)
    {
        var attempt = new PushAttempt(request, situation, limits, zone);
        return InOrder
            .Select(guard => guard(attempt))
            .OfType<PushDecision>()
            .FirstOrDefault(decision => decision.Guard is { } guard && !request.Overrides(guard))
            ?? new PushDecision.Allow();
    }

    /// <summary>The refusal of a push whose owner has sent as many by hand on this day as the limit allows.</summary>
    public static PushDecision.Skip RefuseTap(int count, int limit) =>
        Skip(PushGuard.OwnerTaps, ("count", Text(count)), ("limit", Text(limit)));

    static PushDecision.Skip? GroupOpen(PushAttempt attempt) =>
        attempt.Situation.IsOpen ? null : Skip(PushGuard.GroupOpen);

    static PushDecision.Skip? Paused(PushAttempt attempt)
    {
        if (attempt.Situation.Pauses is not [_, ..] pauses) return null;
        var names = pauses.Distinct().Order().Select(pause => Phrasebook.Chinese.Format($"push.pause.{pause}"));
        return Skip(PushGuard.Paused, ("pauses", string.Join('、', names)));
    }

    static PushDecision? Window(PushAttempt attempt)
    {
        var (limits, zone) = (attempt.Limits, attempt.Zone);
        if (PushWindow.IsOpen(attempt.At, limits, zone)) return null;
        var opening = PushWindow.NextOpening(attempt.At, limits, zone);
        if (opening <= attempt.LatestAt) return new PushDecision.Postpone(opening, PushGuard.Window);
        return Skip(PushGuard.Window, ("start", Text(limits.WindowStart)), ("end", Text(limits.WindowEnd)));
    }

    static PushDecision.Skip? PerDay(PushAttempt attempt)
    {
        var count = attempt.MessagesOn(attempt.Date, days: 1);
        return count < attempt.Limits.PerDay
            ? null
            : Skip(PushGuard.PerDay, ("count", Text(count)), ("limit", Text(attempt.Limits.PerDay)));
    }

    static PushDecision.Skip? PerWeek(PushAttempt attempt)
    {
        const int Week = 7;
        var count = Enumerable.Range(1 - Week, Week).Max(day => attempt.MessagesOn(attempt.Date.AddDays(day), Week));
        return count < attempt.Limits.PerWeek
            ? null
            : Skip(PushGuard.PerWeek, ("count", Text(count)), ("limit", Text(attempt.Limits.PerWeek)));
    }

    static PushDecision.Skip? Spacing(PushAttempt attempt)
    {
        var nearest = attempt.Messages.MinBy(message => Distance(message.At, attempt.At));
        if (nearest is null || Distance(nearest.At, attempt.At) >= attempt.Limits.Spacing) return null;
        var time = nearest.At.TimeIn(attempt.Zone);
        var minutes = (int)Math.Ceiling(attempt.Limits.Spacing.TotalMinutes);
        return Skip(PushGuard.Spacing, ("time", Text(time)), ("minutes", Text(minutes)));
    }

    // In whole minutes: a message that goes out seconds late does not keep back one that is planned at the distance.
    static TimeSpan Distance(DateTimeOffset one, DateTimeOffset other) =>
        (one.Floor(TimeSpan.FromMinutes(1)) - other.Floor(TimeSpan.FromMinutes(1))).Duration();

    static PushDecision.Skip? OwnerTaps(PushAttempt attempt)
    {
        var (situation, limit) = (attempt.Situation, attempt.Limits.OwnerTapsPerDay);
        return !situation.CostsTap || situation.OwnerTaps < limit
            ? null
            : RefuseTap(situation.OwnerTaps, limit);
    }

    static PushDecision.Skip? PromotionMixed(PushAttempt attempt)
    {
        var percent = attempt.Limits.PromotionPercent(attempt.Situation.Kind);
        return PromotionMix.Fault(attempt.History, attempt.Entry, percent) is { } reason
            ? new PushDecision.Skip(PushGuard.PromotionMix, reason)
            : null;
    }

    static PushDecision.Skip? ConsecutivePromotions(PushAttempt attempt) =>
        PromotionMix.IsConsecutive(attempt.History, attempt.Entry) ? Skip(PushGuard.ConsecutivePromotions) : null;

    static PushDecision.Skip? InBlackout(PushAttempt attempt)
    {
        var blackout = attempt.Situation.Blackouts.FirstOrDefault(blackout =>
            blackout.Contains(attempt.At) && blackout.ConversionId != attempt.Request.ConversionId);
        return blackout is null ? null : Skip(PushGuard.Blackout, ("conversion", blackout.ConversionId));
    }

    static PushDecision.Skip? Reused(PushAttempt attempt)
    {
        var (contentId, days) = (attempt.Request.ContentId, attempt.Request.ReuseDays);
        if (contentId is null) return null;
        if (attempt.History.DateWithin(contentId, attempt.Entry.PlannedDate, days) is not { } used) return null;
        return Skip(
            PushGuard.Reuse, ("content", contentId), ("date", LocalDayText.Format(used)), ("days", Text(days)));
    }

    static PushDecision? ChannelFull(PushAttempt attempt)
    {
        if (attempt.Situation.Channel.FreeAt is not { } freeAt || freeAt <= attempt.At) return null;
        return freeAt <= attempt.LatestAt
            ? new PushDecision.Postpone(freeAt, PushGuard.Channel)
            : Skip(PushGuard.Channel);
    }

    static PushDecision.Skip Skip(PushGuard guard, params ReadOnlySpan<(string Placeholder, string Value)> values) =>
        new(guard, Phrasebook.Chinese.Format($"push.guard.{guard}", values));

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Text(TimeOnly time) => LocalTimeText.Format(time);
}
