using Community.Platform;
using Community.Pushes.Calendars;

namespace Community.Pushes.Plans;

/// <summary>What is wrong with a trigger that recurs.</summary>
static class RecurringRules
{
    /// <summary>The most times a day of a cron expression. The quotas of a group are far below.</summary>
    const int MaxTimesADay = 24;

    /// <summary>
    /// The years in which a rule must fire at least once. 29 February on a given weekday takes up to 40 years.
    /// </summary>
    const int Horizon = 50;

    public static Refusal? Check(PushTrigger.Recurring trigger, DateOnly planStart, TimeZoneInfo zone)
    {
        if (trigger.Until < planStart) return Refusal.Invalid("at.until", "must not be before the start of the plan.");
        var last = trigger.Until ?? planStart.AddYears(Horizon);
        return trigger switch
        {
            { Cron: { } cron, Rrule: null, Lunar: null } => CheckCron(cron, trigger.Time, planStart, last),
            { Cron: null, Rrule: { } rrule, Lunar: null } =>
                CheckTime(trigger.Time) ?? CheckRrule(rrule, trigger.Time!.Value, zone, planStart, last),
            { Cron: null, Rrule: null, Lunar: { } day } => CheckTime(trigger.Time) ?? CheckLunar(day, planStart, last),
            _ => Refusal.Invalid("at", "must have exactly one of cron, rrule and lunar."),
        };
    }

    static Refusal? CheckTime(TimeOnly? time) =>
        time is { } given ? TriggerRules.Check(given) : Refusal.Invalid("at.time", "is required.");

    static Refusal? CheckCron(string cron, TimeOnly? time, DateOnly planStart, DateOnly last)
    {
        if (time is not null) return Refusal.Invalid("at.time", "must be absent: the cron expression has the time.");
        if (CronSchedule.TryParse(cron, out var fault) is not { } schedule) return Refusal.Invalid("at.cron", fault);
        if (schedule.FirstDate(planStart) is not { } first || first > last)
            return NeverFires("at.cron", planStart, last);
        return schedule.Between(first, first).Skip(MaxTimesADay).Any()
            ? Refusal.Invalid("at.cron", FormattableString.Invariant($"must fire at most {MaxTimesADay} times a day."))
            : null;
    }

    static Refusal? CheckRrule(string rrule, TimeOnly time, TimeZoneInfo zone, DateOnly planStart, DateOnly last)
    {
        if (RruleSchedule.TryParse(rrule, out var fault) is not { } schedule) return Refusal.Invalid("at.rrule", fault);
        return schedule.DatesBetween(planStart, time, zone, planStart, last).Any()
            ? null
            : NeverFires("at.rrule", planStart, last);
    }

    static Refusal? CheckLunar(LunarDay day, DateOnly planStart, DateOnly last) => day switch
    {
        { Month: < 1 or > 12 } => Refusal.Invalid("at.lunar.month", "must be from 1 to 12."),
        { Day: < 1 or > 30 } => Refusal.Invalid("at.lunar.day", "must be from 1 to 30."),
        _ when !LunarCalendar.DatesBetween(day, planStart, last).Any() => NeverFires("at.lunar", planStart, last),
        _ => null,
    };

    static Refusal NeverFires(string field, DateOnly planStart, DateOnly last) => Refusal.Invalid(
        field, FormattableString.Invariant($"never fires from {planStart:yyyy-MM-dd} to {last:yyyy-MM-dd}."));
}
