namespace Community.Pushes.Plans;

/// <summary>
/// What the times of a slot in one group depend on. <paramref name="PlanStart"/> is the first local date of the plan,
/// and the DTSTART of recurrence rules. A trigger whose instant is absent (the group is not open, the campaign is
/// unknown or cancelled) has no occurrence. <paramref name="JoinDates"/> are the local dates on which members joined.
/// </summary>
public sealed record ScheduleContext(
    TimeZoneInfo Zone,
    DateOnly PlanStart,
    DateTimeOffset? GroupOpenedAt,
    DateTimeOffset? GroupEndsAt,
    IReadOnlyDictionary<NamedInstant, DateTimeOffset> Instants,
    IReadOnlySet<DateOnly> JoinDates);
