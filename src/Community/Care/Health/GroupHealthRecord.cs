namespace Community.Care.Health;

/// <summary>
/// The last nightly assessment of a group. <paramref name="Day"/> is the last local day that it counts;
/// <paramref name="Messages"/> are those of that day and the days before, the latest first, null where they are not
/// known. <paramref name="DyingSince"/> is null for a group that is not dying.
/// </summary>
public sealed record GroupHealthRecord(
    string GroupId,
    DateOnly Day,
    GroupHealth Health,
    IReadOnlyList<int>? Messages,
    DateOnly? DyingSince,
    DateTimeOffset AssessedAt)
{
    /// <summary>How many days before and with <paramref name="day"/> have messages to count.</summary>
    /// <param name="before">The assessment before; null for the first.</param>
    /// <param name="day">The last day of the new assessment.</param>
    /// <param name="kept">The days for which the instants of messages are kept.</param>
    public static int DaysToCount(GroupHealthRecord? before, DateOnly day, int kept) =>
        before?.Messages is null ? kept : Math.Clamp(day.DayNumber - before.Day.DayNumber, 0, kept);

    /// <summary>
    /// The messages by day, the latest first: those that are counted now, before them those of the assessment before,
    /// unless days between are missing.
    /// </summary>
    public static IReadOnlyList<int> Append(GroupHealthRecord? before, DateOnly day, IReadOnlyList<int> counted)
    {
        var isWhole = before is not null && day.DayNumber - before.Day.DayNumber <= counted.Count;
        return [.. counted.Concat(isWhole ? before!.Messages ?? [] : []).Take(HealthFacts.MaxMessageDays)];
    }
}
