using Community.Content;
using Community.Platform;

namespace Community.Pushes.Guards;

/// <summary>
/// A push that asks to be sent at <paramref name="At"/>. <paramref name="PlannedAt"/> is the instant of its plan, after
/// a move that of the move; lateness counts from it. The group may get the item again after
/// <paramref name="ReuseDays"/> local days.
/// </summary>
public sealed record PushRequest(
    string Key, DateTimeOffset PlannedAt, DateTimeOffset At, ContentKind Kind, string? ContentId, int ReuseDays)
{
    /// <summary>The lateness of the slot; null for that of the limits.</summary>
    public TimeSpan? Lateness { get; init; }

    /// <summary>The conversion to which the item is attached; its blackout lets the push pass.</summary>
    public string? ConversionId { get; init; }

    /// <summary>True when an operator sends it now, moved it or replaced its content.</summary>
    public bool PassesWindow { get; init; }

    public PushOverride? Override { get; init; }

    public bool Overrides(PushGuard guard) =>
        (PassesWindow && guard is PushGuard.Window) || Override?.Covers(guard) is true;

    /// <summary>The entry of the history once the push is allowed.</summary>
    public PushHistoryEntry ToEntry(TimeZoneInfo zone) => new(
        Key, At, PlannedAt.DateIn(zone), Kind, ContentId, ReuseDays);
}
