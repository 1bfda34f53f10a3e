using System.Diagnostics;
using Community.Platform;
using Community.Pushes.Calendars;

namespace Community.Pushes.Plans;

/// <summary>
/// What is wrong with a trigger. The fields are those of a slot: <c>at.day</c>, <c>at.cron</c>, <c>holiday</c>.
/// </summary>
public static class TriggerRules
{
    /// <summary>The highest number of days of an offset, before or after.</summary>
    public const int MaxDays = 3650;

    /// <summary>The fault of the trigger in a plan that runs from a local date; null when there is none.</summary>
    public static Refusal? Check(
        PushTrigger trigger, HolidayRule holiday, DateOnly planStart, TimeZoneInfo zone) => trigger switch
        {
            PushTrigger.DayOffset day => Check(day.Day, 1, "at.day") ?? Check(day.Time),
            PushTrigger.Cohort cohort => Check(cohort.Day, 1, "at.day") ?? Check(cohort.Time) ?? CheckCohort(holiday),
            PushTrigger.Relative relative =>
                CheckReference(relative) ?? Check(relative.Days, -MaxDays, "at.days") ?? Check(relative.Time),
            PushTrigger.Once once => Check(once.Instant, planStart, zone),
            PushTrigger.Recurring recurring => RecurringRules.Check(recurring, planStart, zone),
            _ => throw new UnreachableException(),
        };

    /// <summary>
    /// The fault of the trigger in one group: its only occurrence is not before the end of the group's charter. A group
    /// that is not open yet opens on the first day of the plan at the earliest.
    /// </summary>
    public static Refusal? CheckGroup(PushTrigger trigger, ScheduleContext context)
    {
        if (context.GroupEndsAt is not { } end || FieldOfDay(trigger) is not { } field) return null;
        var opened = context.GroupOpenedAt ?? LocalTimes.InstantOf(context.PlanStart, TimeOnly.MinValue, context.Zone);
        var time = TriggerTimes.Single(trigger, context with { GroupOpenedAt = opened });
        return time is { } planned && planned.InstantIn(context.Zone) >= end
            ? Refusal.Invalid(field, "must be before the end of the group's charter.")
            : null;
    }

    internal static Refusal? Check(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0
        ? null
        : Refusal.Invalid("at.time", "must be a whole minute.");

    static Refusal? Check(int days, int lowest, string field) => days >= lowest && days <= MaxDays
        ? null
        : Refusal.Invalid(field, FormattableString.Invariant($"must be from {lowest} to {MaxDays}."));

    static Refusal? Check(DateTimeOffset instant, DateOnly planStart, TimeZoneInfo zone)
    {
        if (instant.UtcTicks % TimeSpan.TicksPerMinute != 0)
            return Refusal.Invalid("at.instant", "must be a whole minute.");
        return instant.DateIn(zone) < planStart
            ? Refusal.Invalid("at.instant", "must not be before the start of the plan.")
            : null;
    }

    static Refusal? CheckCohort(HolidayRule holiday) => holiday is HolidayRule.PreviousWorkday
        ? Refusal.Invalid("holiday", "must not be PreviousWorkday: the cohort may not have joined by then.")
        : null;

    static Refusal? CheckReference(PushTrigger.Relative trigger) => trigger switch
    {
        { CampaignId: null, ConversionId: null } or { CampaignId: not null, ConversionId: not null } =>
            Refusal.Invalid("at", "must have exactly one of campaignId and conversionId."),
        { CampaignId: not null, To: RelativeTo.LinkAt } =>
            Refusal.Invalid("at.to", "must be opensAt or closesAt: a campaign has no link."),
        { ConversionId: not null, To: RelativeTo.OpensAt } =>
            Refusal.Invalid("at.to", "must be linkAt or closesAt: a conversion does not open."),
        _ => null,
    };

    static string? FieldOfDay(PushTrigger trigger) => trigger switch
    {
        PushTrigger.DayOffset => "at.day",
        PushTrigger.Once => "at.instant",
        PushTrigger.Relative => "at.days",
        _ => null,
    };
}
