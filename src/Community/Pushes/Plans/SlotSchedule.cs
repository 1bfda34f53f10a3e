using System.Diagnostics;
using System.Globalization;
using Community.Pushes.Calendars;

namespace Community.Pushes.Plans;

/// <summary>The occurrences of a slot in one group.</summary>
public static class SlotSchedule
{
    // What moves into a range from outside is planned with it.
    const int Margin = HolidayRuling.MaxMove;

    /// <summary>
    /// The occurrences whose dates after all moves are from <paramref name="from"/> to <paramref name="to"/>, both
    /// included, by instant. None is before the start of the plan, nor at or after the end of the group. Occurrences
    /// that moves bring to one instant are one, with the earliest identity.
    /// </summary>
    /// <exception cref="FormatException">The trigger has a rule that <see cref="TriggerRules"/> refuses.</exception>
    public static IReadOnlyList<PlannedTime> Between(
        PushTrigger trigger, HolidayRule rule, ScheduleContext context, DateOnly from, DateOnly to) =>
        [.. TriggerTimes.Between(trigger, context, from.AddDays(-Margin), to.AddDays(Margin))
            .Where(local => local.Date >= context.PlanStart)
            .SelectMany(local => Plan(local, rule, context.Zone))
            .GroupBy(planned => (planned.At, planned.MissingHolidayYear))
            .Select(Merge)
            .Where(planned => planned.Date >= from && planned.Date <= to && planned.Date >= context.PlanStart)
            .Where(planned => context.GroupEndsAt is not { } end || planned.At < end)
            .OrderBy(planned => planned.At)
            .ThenBy(planned => planned.Identity, StringComparer.Ordinal)];

    static IEnumerable<PlannedTime> Plan(TriggerTime local, HolidayRule rule, TimeZoneInfo zone) =>
        HolidayRuling.For(rule, local.Date) switch
        {
            HolidayRuling.RunOn run when run.Date == local.Date => [Place(local, local.InstantIn(zone), zone)],
            HolidayRuling.RunOn run =>
                [Place(local, LocalTimes.InstantOf(run.Date, local.Time, zone), zone)],
            HolidayRuling.Skipped => [],
            HolidayRuling.MissingNotice missing =>
                [Place(local, local.InstantIn(zone), zone) with { MissingHolidayYear = missing.Year }],
            _ => throw new UnreachableException(),
        };

    static PlannedTime Place(TriggerTime local, DateTimeOffset at, TimeZoneInfo zone)
    {
        var (date, time) = LocalTimes.LocalOf(at, zone);
        return new PlannedTime(date, time, at)
        {
            Identity = local.Date.ToDateTime(local.Time).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture),
            CohortDate = local.CohortDate,
            LastCohortDate = local.CohortDate,
        };
    }

    static PlannedTime Merge(IEnumerable<PlannedTime> same)
    {
        var inOrder = same.OrderBy(planned => planned.Identity, StringComparer.Ordinal).ToList();
        return inOrder[0] with { LastCohortDate = inOrder[^1].LastCohortDate };
    }
}
