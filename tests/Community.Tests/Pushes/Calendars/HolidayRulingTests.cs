using Community.Pushes.Calendars;
using FsCheck.Fluent;

namespace Community.Tests.Pushes.Calendars;

public class HolidayRulingTests
{
    static readonly DateOnly NationalDay = new(2026, 10, 1);

    [Fact]
    public void Occurrence_on_a_holiday_runs_rests_or_moves_by_its_rule()
    {
        Assert.Equal(new HolidayRuling.RunOn(NationalDay), HolidayRuling.For(HolidayRule.Run, NationalDay));
        Assert.Equal(new HolidayRuling.Skipped(), HolidayRuling.For(HolidayRule.Skip, NationalDay));
        Assert.Equal(
            new HolidayRuling.RunOn(new DateOnly(2026, 9, 30)),
            HolidayRuling.For(HolidayRule.PreviousWorkday, NationalDay));
        Assert.Equal(
            new HolidayRuling.RunOn(new DateOnly(2026, 10, 8)),
            HolidayRuling.For(HolidayRule.NextWorkday, NationalDay));
    }

    [Fact]
    public void Occurrence_moves_to_a_moved_workday()
    {
        var saturday = new DateOnly(2026, 1, 3);

        Assert.Equal(
            new HolidayRuling.RunOn(new DateOnly(2026, 1, 4)), // a Sunday that is worked
            HolidayRuling.For(HolidayRule.NextWorkday, saturday));
    }

    [Theory]
    [InlineData(HolidayRule.Skip)]
    [InlineData(HolidayRule.PreviousWorkday)]
    [InlineData(HolidayRule.NextWorkday)]
    public void Date_without_data_has_no_ruling(HolidayRule rule) =>
        Assert.Equal(new HolidayRuling.MissingNotice(2100), HolidayRuling.For(rule, new DateOnly(2100, 6, 7)));

    [Fact]
    public void Move_into_a_year_without_data_has_no_ruling() => Assert.Equal(
        new HolidayRuling.MissingNotice(2023),
        HolidayRuling.For(HolidayRule.PreviousWorkday, new DateOnly(2024, 1, 1)));

    [Fact]
    public void Date_without_data_runs_when_holidays_do_not_matter()
    {
        var date = new DateOnly(2100, 6, 7);

        Assert.Equal(new HolidayRuling.RunOn(date), HolidayRuling.For(HolidayRule.Run, date));
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Move_ends_on_the_nearest_workday(ulong seed) => Property.Check(
        seed,
        Gen.Elements(-1, 1).Zip(Gen.Choose(0, (366 * ChineseWorkdays.Years.Count) - 40)),
        input =>
        {
            var (step, day) = input;
            var date = new DateOnly(ChineseWorkdays.Years[0], 1, 15).AddDays(day);
            var rule = step < 0 ? HolidayRule.PreviousWorkday : HolidayRule.NextWorkday;
            if (HolidayRuling.For(rule, date) is not HolidayRuling.RunOn run) return;

            Assert.Equal(DayType.Workday, ChineseWorkdays.TypeOf(run.Date));
            var distance = (run.Date.DayNumber - date.DayNumber) * step;
            Assert.InRange(distance, 0, HolidayRuling.MaxMove - 1);
            Assert.All(
                Enumerable.Range(0, distance),
                between => Assert.Equal(DayType.RestDay, ChineseWorkdays.TypeOf(date.AddDays(between * step))));
        });
}
