using System.Diagnostics;
using Community.Platform;
using Community.Pushes.Calendars;

namespace Community.Pushes.Plans;

/// <summary>A local date and time that a trigger names, with the instant where it names that too.</summary>
sealed record TriggerTime(DateOnly Date, TimeOnly Time)
{
    public DateTimeOffset? Instant { get; init; }

    public DateOnly? CohortDate { get; init; }

    public DateTimeOffset InstantIn(TimeZoneInfo zone) => Instant ?? LocalTimes.InstantOf(Date, Time, zone);
}

/// <summary>The times of triggers before holiday rules, on the dates from one to another, both included.</summary>
static class TriggerTimes
{
    public static IEnumerable<TriggerTime> Between(
        PushTrigger trigger, ScheduleContext context, DateOnly from, DateOnly to) => trigger switch
        {
            PushTrigger.Recurring recurring => Recurring(recurring, context, from, Earlier(to, recurring.Until)),
            PushTrigger.Cohort cohort => Cohorts(cohort, context, from, to),
            _ => Single(trigger, context) is { } time && time.Date >= from && time.Date <= to ? [time] : [],
        };

    /// <summary>The time of a trigger that names one; null while the instant that it refers to is unknown.</summary>
    public static TriggerTime? Single(PushTrigger trigger, ScheduleContext context) => trigger switch
    {
        PushTrigger.DayOffset day => DaysAfter(context.GroupOpenedAt, day.Day - 1, day.Time, context.Zone),
        PushTrigger.Once once => At(once.Instant, context.Zone),
        PushTrigger.Relative relative => DaysAfter(
            context.Instants.TryGetValue(relative.Reference, out var instant) ? instant : null,
            relative.Days,
            relative.Time,
            context.Zone),
        _ => throw new UnreachableException(),
    };

    static TriggerTime? DaysAfter(DateTimeOffset? instant, int days, TimeOnly time, TimeZoneInfo zone) =>
        instant is { } known ? new TriggerTime(known.DateIn(zone).AddDays(days), time) : null;

    static TriggerTime At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var (date, time) = LocalTimes.LocalOf(instant, zone);
        return new TriggerTime(date, time) { Instant = instant };
    }

    static IEnumerable<TriggerTime> Recurring(
        PushTrigger.Recurring trigger, ScheduleContext context, DateOnly from, DateOnly to)
    {
        if (trigger.Cron is { } cron)
        {
            var schedule = CronSchedule.TryParse(cron, out var fault) ?? throw new FormatException(fault);
            return schedule.Between(from, to).Select(local => new TriggerTime(local.Date, local.Time));
        }

        var time = trigger.Time ?? throw new FormatException("The trigger has no time.");
        return Dates(trigger, time, context, from, to).Select(date => new TriggerTime(date, time));
    }

    static IEnumerable<DateOnly> Dates(
        PushTrigger.Recurring trigger, TimeOnly time, ScheduleContext context, DateOnly from, DateOnly to)
    {
        if (trigger.Lunar is { } day) return LunarCalendar.DatesBetween(day, from, to);
        var rule = RruleSchedule.TryParse(trigger.Rrule ?? "", out var fault) ?? throw new FormatException(fault);
        return rule.DatesBetween(context.PlanStart, time, context.Zone, from, to);
    }

    static IEnumerable<TriggerTime> Cohorts(
        PushTrigger.Cohort trigger, ScheduleContext context, DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            var joined = date.AddDays(-trigger.Day);
            if (context.JoinDates.Contains(joined))
                yield return new TriggerTime(date, trigger.Time) { CohortDate = joined };
        }
    }

    static DateOnly Earlier(DateOnly date, DateOnly? other) => other is { } bound && bound < date ? bound : date;
}
