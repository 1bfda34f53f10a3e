using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.Draws;
using Community.Pushes.Occurrences;

namespace Community.Pushes.Plans;

public enum PushPlanState
{
    Active,

    /// <summary>Its pushes are skipped while it is paused.</summary>
    Paused,
}

/// <summary>
/// The groups of a plan: those named, those of the kinds, and those with one of the tags. Flash groups never belong to
/// one, because a sale has messages of its own.
/// </summary>
public sealed record PushAudience(
    IReadOnlyList<string> GroupIds, IReadOnlyList<GroupKind> Kinds, IReadOnlyList<string> Tags)
{
    /// <summary>True when groups belong to it that it does not name.</summary>
    public bool IsOpenEnded => Kinds.Count > 0 || Tags.Count > 0;

    public bool Contains(Group group) =>
        group.Kind is not GroupKind.Flash
        && (GroupIds.Contains(group.Id, StringComparer.Ordinal)
            || Kinds.Contains(group.Kind)
            || group.Tags.Any(tag => Tags.Contains(tag, StringComparer.Ordinal)));

    /// <summary>True when some group may belong to both.</summary>
    public bool MayOverlap(PushAudience other) =>
        GroupIds.Intersect(other.GroupIds, StringComparer.Ordinal).Any()
        || Kinds.Intersect(other.Kinds).Any()
        || Tags.Intersect(other.Tags, StringComparer.Ordinal).Any();

    public bool IsSameAs(PushAudience other) =>
        GroupIds.SequenceEqual(other.GroupIds, StringComparer.Ordinal)
        && Kinds.SequenceEqual(other.Kinds)
        && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);
}

/// <summary>
/// One time of a plan (时段). It has either an item or a draw. <paramref name="Lateness"/> is null for that of the
/// limits.
/// </summary>
public sealed record PushSlot(
    string Id,
    PushTrigger At,
    HolidayRule Holiday,
    string? ContentId,
    ContentDraw? Draw,
    TimeSpan? Lateness,
    MissedPushPolicy Missed);

/// <summary>推送计划: what is said in which groups at which times.</summary>
public sealed record PushPlan(
    string Id,
    string Name,
    PushAudience Audience,
    IReadOnlyList<PushSlot> Slots,
    DateOnly StartsOn,
    DateTimeOffset CreatedAt)
{
    public PushPlanState State { get; init; }

    /// <summary>The changes of persons, oldest first, at most <see cref="PushPlanRules.MaxChanges"/>.</summary>
    public IReadOnlyList<PushPlanChange> Changes { get; init; } = [];

    public PushSlot? FindSlot(string slotId) => Slots.FirstOrDefault(slot => slot.Id == slotId);
}

/// <summary>Stored by name.</summary>
public enum PushPlanAction
{
    Edit,
    Pause,
    Resume,
}

public sealed record PushPlanChange(DateTimeOffset At, string By, PushPlanAction Action, string? Reason);
