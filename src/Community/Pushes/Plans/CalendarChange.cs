using System.Globalization;
using Community.Platform.Texts;
using Community.Pushes.Occurrences;

namespace Community.Pushes.Plans;

/// <summary>An occurrence of a slot in a group, as its plan has it now.</summary>
public sealed record PlannedPush(PushPlan Plan, PushSlot Slot, PlannedTime Time)
{
    public string IdIn(string groupId) => PushId.From(Plan.Id, Slot.Id, groupId, Time.Identity);
}

/// <summary>The rows to write and to delete, so that a group's calendar is that of its plans.</summary>
public sealed record CalendarChange(IReadOnlyList<Push> Added, IReadOnlyList<Push> Changed, IReadOnlyList<Push> Removed)
{
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;
}

/// <summary>
/// Compares the stored pushes of a group with the occurrences of its plans. What is over or queued stays as it is, and
/// so does what a person changed, unless its slot is gone.
/// </summary>
public static class CalendarRules
{
    /// <summary>Pushes are stored so many local days ahead.</summary>
    public const int DaysAhead = 7;

    /// <param name="groupId">The group.</param>
    /// <param name="planned">Its occurrences from now on.</param>
    /// <param name="stored">All stored pushes whose planned instants are in the same range.</param>
    /// <param name="lateness">The lateness of slots that have none.</param>
    public static CalendarChange Compare(
        string groupId, IReadOnlyList<PlannedPush> planned, IReadOnlyList<Push> stored, TimeSpan lateness)
    {
        var wanted = planned
            .Select(push => ToPush(push, groupId, lateness))
            .ToDictionary(push => push.Id, StringComparer.Ordinal);
        var known = stored.ToDictionary(push => push.Id, StringComparer.Ordinal);
        return new CalendarChange(
            [.. wanted.Values.Where(push => !known.ContainsKey(push.Id)).OrderBy(push => push.DueAt)],
            [.. stored.Select(push => Follow(push, wanted.GetValueOrDefault(push.Id))).OfType<Push>()],
            [.. stored.Where(push => IsUntouched(push) && !wanted.ContainsKey(push.Id))]);
    }

    /// <summary>A new push. It is skipped at once where the holidays that decide are not known.</summary>
    public static Push ToPush(PlannedPush planned, string groupId, TimeSpan lateness)
    {
        var push = new Push(
            planned.IdIn(groupId),
            planned.Plan.Id,
            planned.Slot.Id,
            groupId,
            planned.Time.At,
            planned.Time.At,
            planned.Slot.Lateness ?? lateness,
            planned.Slot.ContentId);
        return planned.Time.MissingHolidayYear is { } year ? Skip(push, UnknownHolidays(year)) : push;
    }

    static PushSkip UnknownHolidays(int year) => new(
        PushSkipCause.HolidaysUnknown,
        Phrasebook.Chinese.Format(
            "push.skip.HolidaysUnknown", ("year", year.ToString(CultureInfo.InvariantCulture))));

    static Push Skip(Push push, PushSkip skip) =>
        PushRules.Decide(new PushCommand.SkipFor(skip), push).Aggregate(push, PushRules.Evolve);

    // Null when the stored push is right.
    static Push? Follow(Push stored, Push? wanted)
    {
        if (!stored.IsOpen) return null;
        if (wanted is null)
        {
            var skip = new PushSkip(PushSkipCause.PlanChanged, Reason: null);
            return IsUntouched(stored) ? null : Skip(stored, skip);
        }

        if (!IsUntouched(stored)) return null;
        var isDrawn = wanted.ContentId is null;
        var after = stored with
        {
            PlannedAt = wanted.PlannedAt,
            DueAt = wanted.DueAt,
            Lateness = wanted.Lateness,
            ContentId = isDrawn ? stored.ContentId : wanted.ContentId,
        };
        return after == stored ? null : after;
    }

    static bool IsUntouched(Push push) => push is { State: PushState.Planned, Changes: [] };
}
