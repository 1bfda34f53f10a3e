using Community.Pushes.Calendars;
using Community.Pushes.Plans;

namespace Community.Tests.Pushes.Plans;

public class SlotScheduleTests
{
    static readonly ScheduleContext Context = SampleSchedule.Context;

    [Fact]
    public void First_day_is_the_local_date_on_which_the_group_opened()
    {
        // 00:30 in Shanghai, still the day before in UTC.
        var opened = Context with { GroupOpenedAt = new(2026, 9, 9, 16, 30, 0, TimeSpan.Zero) };

        Assert.Equal(["2026-09-10 20:00"], Local(new PushTrigger.DayOffset(1, SampleSchedule.Evening), opened));
        Assert.Equal(["2026-09-12 20:00"], Local(new PushTrigger.DayOffset(3, SampleSchedule.Evening), opened));
    }

    [Fact]
    public void Day_of_a_group_that_is_not_open_has_no_occurrence() => Assert.Empty(
        Local(new PushTrigger.DayOffset(1, SampleSchedule.Evening), Context with { GroupOpenedAt = null }));

    [Fact]
    public void Days_are_counted_from_the_local_date_of_a_named_instant()
    {
        Assert.Equal(["2026-09-26 20:00"], Local(Link(-2)));
        Assert.Equal(["2026-09-29 20:00"], Local(Link(1)));
    }

    [Fact]
    public void Unknown_conversion_has_no_occurrence() => Assert.Empty(
        Local(new PushTrigger.Relative(RelativeTo.LinkAt, null, "other", 1, SampleSchedule.Evening)));

    [Fact]
    public void Members_who_joined_on_one_date_are_one_cohort()
    {
        var joined = Context with { JoinDates = Dates("2026-09-07", "2026-09-09") };

        var planned = Between(new PushTrigger.Cohort(3, SampleSchedule.Evening), HolidayRule.Run, joined);

        Assert.Equal(["2026-09-10 20:00", "2026-09-12 20:00"], planned.Select(Text));
        Assert.Equal(joined.JoinDates.Order(), planned.Select(time => time.CohortDate!.Value));
        Assert.Equal(joined.JoinDates.Order(), planned.Select(time => time.LastCohortDate!.Value));
    }

    [Fact]
    public void Cohorts_that_move_onto_one_day_are_one_occurrence_with_the_range_of_their_dates()
    {
        // Day 2 of both is in the weekend of 12 and 13 September.
        var joined = Context with { JoinDates = Dates("2026-09-10", "2026-09-11") };

        var planned = Between(new PushTrigger.Cohort(2, SampleSchedule.Evening), HolidayRule.NextWorkday, joined);

        var only = Assert.Single(planned);
        Assert.Equal("2026-09-14 20:00", Text(only));
        Assert.Equal("202609122000", only.Identity);
        Assert.Equal((new DateOnly(2026, 9, 10), new DateOnly(2026, 9, 11)), (only.CohortDate, only.LastCohortDate));
    }

    [Fact]
    public void Occurrences_that_move_onto_one_day_are_one_with_the_earliest_identity()
    {
        var daily = new PushTrigger.Recurring(Cron: "0 20 * * *");

        var moved = Between(daily, HolidayRule.NextWorkday, Context)
            .Single(time => time.Date == new DateOnly(2026, 9, 14));

        Assert.Equal("202609122000", moved.Identity);
    }

    [Fact]
    public void Occurrence_that_moves_keeps_its_identity()
    {
        var once = new PushTrigger.Once(new DateTimeOffset(2026, 10, 1, 20, 0, 0, TimeSpan.FromHours(8)));

        var moved = Assert.Single(Between(once, HolidayRule.PreviousWorkday, Context));

        Assert.Equal("2026-09-30 20:00", Text(moved));
        Assert.Equal("202610012000", moved.Identity);
    }

    [Theory]
    [InlineData(HolidayRule.NextWorkday, "2026-10-08", "202610012000")]
    [InlineData(HolidayRule.PreviousWorkday, "2026-09-30", "202609302000")]
    public void Day_after_or_before_a_holiday_gets_what_moves_from_outside_of_the_range(
        HolidayRule rule, string date, string identity)
    {
        var (daily, day) = (new PushTrigger.Recurring(Cron: "0 20 * * *"), DateOnly.ParseExact(date, "yyyy-MM-dd"));
        var holiday = new PushTrigger.Once(new DateTimeOffset(2026, 10, 4, 21, 0, 0, TimeSpan.FromHours(8)));

        Assert.Equal(identity, Assert.Single(SlotSchedule.Between(daily, rule, Context, day, day)).Identity);
        Assert.Equal(
            "202610042100", Assert.Single(SlotSchedule.Between(holiday, rule, Context, day, day)).Identity);
    }

    [Fact]
    public void Occurrence_in_a_year_without_holidays_states_the_year_unless_it_runs_anyway()
    {
        var once = new PushTrigger.Once(new DateTimeOffset(2100, 6, 7, 20, 0, 0, TimeSpan.FromHours(8)));
        var day = new DateOnly(2100, 6, 7);

        Assert.Equal(2100, Assert.Single(
            SlotSchedule.Between(once, HolidayRule.Skip, Context, day, day)).MissingHolidayYear);
        Assert.Null(Assert.Single(SlotSchedule.Between(once, HolidayRule.Run, Context, day, day)).MissingHolidayYear);
    }

    [Fact]
    public void Nothing_is_planned_at_or_after_the_end_of_the_group()
    {
        var daily = new PushTrigger.Recurring(Cron: "0 20 * * *");
        var ending = Context with { GroupEndsAt = new(2026, 9, 3, 20, 0, 0, TimeSpan.FromHours(8)) };

        Assert.Equal(["2026-09-01 20:00", "2026-09-02 20:00"], Local(daily, ending));
    }

    [Fact]
    public void Recurrence_ends_with_its_last_date() => Assert.Equal(
        ["2026-09-01 20:00", "2026-09-02 20:00"],
        Local(new PushTrigger.Recurring(Cron: "0 20 * * *", Until: new DateOnly(2026, 9, 2))));

    [Fact]
    public void Lunar_day_recurs_in_the_brands_time() => Assert.Equal(
        ["2026-09-25 20:00"],
        Local(new PushTrigger.Recurring(Lunar: new LunarDay(8, 15, LeapMonth: false), Time: SampleSchedule.Evening)));

    [Fact]
    public void Times_of_a_gap_are_one_occurrence_after_it()
    {
        var half = new PushTrigger.Recurring(Cron: "0,30 1-3 * * *");
        var (context, sunday) = (Context with { Zone = SampleSchedule.NewYork }, new DateOnly(2027, 3, 14));

        var planned = SlotSchedule.Between(half, HolidayRule.Run, context, sunday, sunday);

        Assert.Equal(["01:00", "01:30", "03:00", "03:30"], planned.Select(time => $"{time.Time:HH:mm}"));
        Assert.Equal("202703140200", planned[2].Identity);
    }

    [Fact]
    public void Time_that_occurs_twice_is_planned_once_at_the_earlier_instant()
    {
        var daily = new PushTrigger.Recurring(Cron: "30 2 * * *");
        var (context, sunday) = (Context with { Zone = SampleSchedule.Berlin }, new DateOnly(2026, 10, 25));

        var planned = Assert.Single(SlotSchedule.Between(daily, HolidayRule.Run, context, sunday, sunday));

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)), planned.At);
    }

    static PushTrigger.Relative Link(int days) =>
        new(RelativeTo.LinkAt, CampaignId: null, "tea", days, SampleSchedule.Evening);

    static HashSet<DateOnly> Dates(params IEnumerable<string> dates) =>
        [.. dates.Select(date => DateOnly.ParseExact(date, "yyyy-MM-dd"))];

    static IEnumerable<string> Local(PushTrigger trigger, ScheduleContext? context = null) =>
        Between(trigger, HolidayRule.Run, context ?? Context).Select(Text);

    static IReadOnlyList<PlannedTime> Between(PushTrigger trigger, HolidayRule rule, ScheduleContext context) =>
        SlotSchedule.Between(trigger, rule, context, new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 31));

    static string Text(PlannedTime planned) => $"{planned.Date:yyyy-MM-dd} {planned.Time:HH:mm}";
}
