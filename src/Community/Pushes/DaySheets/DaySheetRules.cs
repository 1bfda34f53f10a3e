using Community.Platform;
using Community.Pushes.Calendars;
using Community.Pushes.Occurrences;

namespace Community.Pushes.DaySheets;

/// <summary>What becomes of the staff task of a sheet.</summary>
public abstract record DaySheetDecision
{
    DaySheetDecision()
    {
    }

    /// <summary>The sheet opens later.</summary>
    public sealed record Wait(DateTimeOffset Until) : DaySheetDecision;

    /// <summary>
    /// The task is open. <paramref name="Count"/> are the pushes that are not skipped, <paramref name="Reminders"/> the
    /// reminders that were given, and <paramref name="HasNew"/> tells that a push to come was not counted before, which
    /// opens a task that was done.
    /// </summary>
    public sealed record Open(int Count, DateTimeOffset DueAt, int Reminders, bool HasNew, DaySheet After)
        : DaySheetDecision;

    /// <summary>Every push is over, so the task is done.</summary>
    public sealed record End : DaySheetDecision;
}

/// <summary>
/// A sheet opens at 08:30, or five minutes before its first push when that is earlier, and ends with its last push.
/// </summary>
public static class DaySheetRules
{
    /// <summary>A person is reminded so long before a push.</summary>
    public static readonly TimeSpan ReminderLead = TimeSpan.FromMinutes(5);

    // Bounds the row of a sheet. An owner has far fewer taps a day.
    const int MaxPushIds = 1_000;

    static readonly TimeOnly Opening = new(8, 30);

    /// <summary>The local day to whose sheet the push belongs.</summary>
    public static DateOnly DayOf(Push push, TimeZoneInfo zone) => push.StartsAt.DateIn(zone);

    public static DateTimeOffset ReminderAt(Push push) => push.StartsAt - ReminderLead;

    /// <summary>The instant at which the sheet of a day with these pushes opens.</summary>
    public static DateTimeOffset OpensAt(DateOnly day, IEnumerable<Push> pushes, TimeZoneInfo zone)
    {
        var opening = LocalTimes.InstantOf(day, Opening, zone);
        return pushes.Select(ReminderAt).Append(opening).Min();
    }

    /// <param name="owner">The owner.</param>
    /// <param name="day">The local day.</param>
    /// <param name="sheet">The stored sheet; null before it opened.</param>
    /// <param name="pushes">All pushes of the owner's groups on the day.</param>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone of the day.</param>
    public static DaySheetDecision Decide(
        string owner,
        DateOnly day,
        DaySheet? sheet,
        IReadOnlyList<Push> pushes,
        DateTimeOffset now,
        TimeZoneInfo zone)
    {
        var coming = pushes.Where(push => !push.IsOver).ToList();
        if (coming.Count == 0) return new DaySheetDecision.End();
        var opensAt = OpensAt(day, coming, zone);
        if (sheet is null && now < opensAt) return new DaySheetDecision.Wait(opensAt);
        var known = (sheet?.PushIds ?? []).ToHashSet(StringComparer.Ordinal);
        var listed = pushes.Where(push => push.State is not PushState.Skipped).Select(push => push.Id).ToList();
        return new DaySheetDecision.Open(
            listed.Count,
            coming.Max(push => push.EndsAt),
            pushes.Count(push => push.RemindedAt is not null),
            coming.Exists(push => !known.Contains(push.Id)),
            new DaySheet(owner, day, [.. listed.Union(known).Take(MaxPushIds).Order(StringComparer.Ordinal)]));
    }
}
