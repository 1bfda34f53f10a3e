namespace Community.Pushes.Plans;

/// <summary>
/// One occurrence of a slot in a group: its local date and time after all moves, and the instant.
/// </summary>
public sealed record PlannedTime(DateOnly Date, TimeOnly Time, DateTimeOffset At)
{
    /// <summary>
    /// The local date and time before holiday rules and clock changes, as <c>yyyyMMddHHmm</c>. An occurrence that moves
    /// keeps it, so that new holidays or a new zone rule make no second occurrence.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>The first local date on which the members of the cohort joined; null for other triggers.</summary>
    public DateOnly? CohortDate { get; init; }

    /// <summary>
    /// The last such date. It differs from <see cref="CohortDate"/> only where the holiday rule moved the occurrences
    /// of several cohorts onto one day.
    /// </summary>
    public DateOnly? LastCohortDate { get; init; }

    /// <summary>
    /// The year whose holidays are not known and would decide; null when the date is certain. Such an occurrence must
    /// not be sent: its date, time and instant are those before the holiday rule.
    /// </summary>
    public int? MissingHolidayYear { get; init; }
}
