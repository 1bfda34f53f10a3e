using Community.Platform;
using Community.Pushes.Calendars;
using Community.Pushes.Plans;

namespace Community.Tests.Pushes.Plans;

public class TriggerRulesTests
{
    static readonly TimeOnly Evening = SampleSchedule.Evening;

    static readonly ScheduleContext Context = SampleSchedule.Context;

    public static TheoryData<PushTrigger> Accepted =>
    [
        new PushTrigger.DayOffset(1, Evening),
        new PushTrigger.Once(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.FromHours(8))),
        new PushTrigger.Recurring(Cron: "30 10 * * *"),
        new PushTrigger.Recurring(Cron: "0 10 29 2 *"),
        new PushTrigger.Recurring(Cron: "0 * * * *"),
        new PushTrigger.Recurring(Rrule: "FREQ=WEEKLY;BYDAY=MO,WE", Time: Evening, Until: new DateOnly(2026, 9, 2)),
        new PushTrigger.Recurring(Lunar: new LunarDay(12, 30, LeapMonth: false), Time: Evening),
        new PushTrigger.Relative(RelativeTo.OpensAt, "spring", null, -7, Evening),
        new PushTrigger.Relative(RelativeTo.LinkAt, null, "tea", 0, Evening),
        new PushTrigger.Cohort(1, Evening),
    ];

    public static TheoryData<PushTrigger, string> Faulty => new()
    {
        { new PushTrigger.DayOffset(0, Evening), "at.day" },
        { new PushTrigger.DayOffset(TriggerRules.MaxDays + 1, Evening), "at.day" },
        { new PushTrigger.DayOffset(1, new TimeOnly(20, 0, 30)), "at.time" },
        { new PushTrigger.Cohort(0, Evening), "at.day" },
        { new PushTrigger.Cohort(-1, Evening), "at.day" },
        { new PushTrigger.Once(new DateTimeOffset(2026, 8, 31, 23, 59, 0, TimeSpan.FromHours(8))), "at.instant" },
        { new PushTrigger.Once(new DateTimeOffset(2026, 9, 1, 8, 0, 30, TimeSpan.FromHours(8))), "at.instant" },
        { new PushTrigger.Recurring(), "at" },
        { new PushTrigger.Recurring(Cron: "0 9 * * *", Rrule: "FREQ=DAILY"), "at" },
        { new PushTrigger.Recurring(Cron: "0 9 * * *", Time: Evening), "at.time" },
        { new PushTrigger.Recurring(Cron: "0 0 9 * * *"), "at.cron" },
        { new PushTrigger.Recurring(Cron: "0 25 * * *"), "at.cron" },
        { new PushTrigger.Recurring(Cron: "0 0 30 2 *"), "at.cron" },
        { new PushTrigger.Recurring(Cron: "*/30 * * * *"), "at.cron" },
        { new PushTrigger.Recurring(Cron: "0 9 1 1 *", Until: new DateOnly(2026, 12, 31)), "at.cron" },
        { new PushTrigger.Recurring(Cron: "0 9 * * *", Until: new DateOnly(2026, 8, 31)), "at.until" },
        { new PushTrigger.Recurring(Rrule: "FREQ=DAILY"), "at.time" },
        { new PushTrigger.Recurring(Rrule: "FREQ=HOURLY", Time: Evening), "at.rrule" },
        { new PushTrigger.Recurring(Rrule: "every day", Time: Evening), "at.rrule" },
        { new PushTrigger.Recurring(Rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Time: Evening), "at.rrule" },
        { new PushTrigger.Recurring(Rrule: "FREQ=DAILY;UNTIL=20260831", Time: Evening), "at.rrule" },
        { new PushTrigger.Recurring(Lunar: new LunarDay(1, 1, LeapMonth: false)), "at.time" },
        { new PushTrigger.Recurring(Lunar: new LunarDay(13, 1, LeapMonth: false), Time: Evening), "at.lunar.month" },
        { new PushTrigger.Recurring(Lunar: new LunarDay(1, 31, LeapMonth: false), Time: Evening), "at.lunar.day" },
        { new PushTrigger.Recurring(Lunar: new LunarDay(1, 1, LeapMonth: true), Time: Evening), "at.lunar" },
        { new PushTrigger.Relative(RelativeTo.OpensAt, null, null, 1, Evening), "at" },
        { new PushTrigger.Relative(RelativeTo.ClosesAt, "spring", "tea", 1, Evening), "at" },
        { new PushTrigger.Relative(RelativeTo.LinkAt, "spring", null, 1, Evening), "at.to" },
        { new PushTrigger.Relative(RelativeTo.OpensAt, null, "tea", 1, Evening), "at.to" },
        { new PushTrigger.Relative(RelativeTo.ClosesAt, null, "tea", -TriggerRules.MaxDays - 1, Evening), "at.days" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Trigger_that_can_fire_is_accepted(PushTrigger trigger) => Assert.Null(Check(trigger));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Trigger_that_is_wrong_is_refused_by_its_field(PushTrigger trigger, string field)
    {
        var refusal = Check(trigger);

        Assert.Equal((RefusalKind.Invalid, field), (refusal?.Kind, refusal?.Field));
        Assert.EndsWith(".", refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cohort_does_not_move_to_a_day_before_its_members_join()
    {
        var cohort = new PushTrigger.Cohort(1, Evening);

        Assert.Equal("holiday", Check(cohort, HolidayRule.PreviousWorkday)?.Field);
        Assert.Null(Check(cohort, HolidayRule.NextWorkday));
        Assert.Null(Check(new PushTrigger.DayOffset(1, Evening), HolidayRule.PreviousWorkday));
    }

    [Fact]
    public void Day_at_or_past_the_end_of_the_charter_is_refused_in_that_group()
    {
        var ending = Context with { GroupEndsAt = new(2026, 9, 7, 20, 0, 0, TimeSpan.FromHours(8)) };

        Assert.Null(TriggerRules.CheckGroup(new PushTrigger.DayOffset(6, Evening), ending));
        Assert.Equal("at.day", TriggerRules.CheckGroup(new PushTrigger.DayOffset(7, Evening), ending)?.Field);
        Assert.Null(TriggerRules.CheckGroup(new PushTrigger.DayOffset(7, Evening), Context));
    }

    [Fact]
    public void Group_that_is_not_open_opens_on_the_first_day_of_the_plan_at_the_earliest()
    {
        var planned = Context with
        {
            GroupOpenedAt = null,
            GroupEndsAt = new(2026, 9, 7, 20, 0, 0, TimeSpan.FromHours(8)),
        };

        Assert.Null(TriggerRules.CheckGroup(new PushTrigger.DayOffset(6, Evening), planned));
        Assert.Equal("at.day", TriggerRules.CheckGroup(new PushTrigger.DayOffset(7, Evening), planned)?.Field);
    }

    [Fact]
    public void Other_single_instants_past_the_end_of_the_charter_are_refused_too()
    {
        var ending = Context with { GroupEndsAt = SampleSchedule.LinkAt };

        Assert.Equal("at.instant", TriggerRules.CheckGroup(
            new PushTrigger.Once(SampleSchedule.LinkAt), ending)?.Field);
        Assert.Equal("at.days", TriggerRules.CheckGroup(
            new PushTrigger.Relative(RelativeTo.LinkAt, null, "tea", 1, Evening), ending)?.Field);
        Assert.Null(TriggerRules.CheckGroup(new PushTrigger.Recurring(Cron: "0 9 * * *"), ending));
    }

    static Refusal? Check(PushTrigger trigger, HolidayRule holiday = HolidayRule.Run) =>
        TriggerRules.Check(trigger, holiday, Context.PlanStart, Context.Zone);
}
