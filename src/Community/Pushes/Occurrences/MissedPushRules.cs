using System.Globalization;
using Community.Platform;

namespace Community.Pushes.Occurrences;

/// <summary>What happens to a push of a slot that was due while the app did not run.</summary>
public enum MissedPushPolicy
{
    Skip,
    SendLate,
    MergeIntoNext,
}

public sealed record MissedPush(string Id, DateTimeOffset DueAt, TimeSpan Lateness, MissedPushPolicy Policy);

public abstract record MissedPushDecision
{
    MissedPushDecision()
    {
    }

    public abstract string Id { get; init; }

    /// <summary>The guards are asked at <paramref name="At"/>.</summary>
    public sealed record Send(string Id, DateTimeOffset At) : MissedPushDecision;

    public sealed record Merge(string Id, string NextId) : MissedPushDecision;

    public sealed record Skip(string Id) : MissedPushDecision;
}

/// <summary>
/// Decides about the missed pushes of one group together, so that recovery sends at most one: the latest that may still
/// be sent. The latest of those to merge goes into the next push. All others are skipped.
/// </summary>
public static class MissedPushRules
{
    /// <summary>Late pushes of all groups are spread over this time after recovery.</summary>
    public static readonly TimeSpan Spread = TimeSpan.FromMinutes(30);

    /// <summary>True when a push that is due at <paramref name="dueAt"/> and still planned counts as missed.</summary>
    public static bool IsMissed(DateTimeOffset dueAt, DateTimeOffset now) => now - dueAt > PushRules.OnTimeLimit;

    /// <summary>
    /// A decision for each missed push of the group, in their order. <paramref name="nextId"/> is the group's next push
    /// that is still to come; null when there is none.
    /// </summary>
    public static IReadOnlyList<MissedPushDecision> Decide(
        IReadOnlyList<MissedPush> missed, string? nextId, DateTimeOffset now)
    {
        var late = Latest(missed.Where(push =>
            push.Policy is MissedPushPolicy.SendLate && now < push.DueAt + push.Lateness));
        var merged = Latest(missed.Where(push =>
            push.Policy is MissedPushPolicy.MergeIntoNext && nextId is not null));
        return [.. missed.Select(push => Decide(push, late, merged, nextId, now))];
    }

    static MissedPushDecision Decide(
        MissedPush push, MissedPush? late, MissedPush? merged, string? nextId, DateTimeOffset now)
    {
        if (push.Id == late?.Id) return new MissedPushDecision.Send(push.Id, SendAt(push, now));
        return push.Id == merged?.Id
            ? new MissedPushDecision.Merge(push.Id, nextId!)
            : new MissedPushDecision.Skip(push.Id);
    }

    // The delay follows from the id, and ends before the push is too late.
    static DateTimeOffset SendAt(MissedPush push, DateTimeOffset now)
    {
        var remaining = push.DueAt + push.Lateness - now;
        var span = remaining < Spread ? remaining : Spread;
        return now + new TimeSpan((long)(span.Ticks * Fraction(push.Id)));
    }

    // From 0 up to and without 1.
    static double Fraction(string id)
    {
        var digits = EffectKey.Digest(id).AsSpan(0, 8);
        return uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / (uint.MaxValue + 1d);
    }

    static MissedPush? Latest(IEnumerable<MissedPush> pushes) =>
        pushes.OrderBy(push => push.DueAt).ThenBy(push => push.Id, StringComparer.Ordinal).LastOrDefault();
}
