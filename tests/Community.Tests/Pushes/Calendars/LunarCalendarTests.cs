using Community.Pushes.Calendars;

namespace Community.Tests.Pushes.Calendars;

public class LunarCalendarTests
{
    [Theory]
    [InlineData(2026, 1, 1, "2026-02-17")] // 春节
    [InlineData(2026, 5, 5, "2026-06-19")] // 端午
    [InlineData(2026, 8, 15, "2026-09-25")] // 中秋
    [InlineData(2025, 12, 29, "2026-02-16")] // 除夕 of a month with 29 days
    public void Festivals_have_their_dates(int year, int month, int day, string date) =>
        Assert.Equal(DateOnly.Parse(date), LunarCalendar.Find(year, new LunarDay(month, day, LeapMonth: false)));

    [Fact]
    public void Leap_month_and_the_ordinary_month_of_its_number_are_different_months()
    {
        Assert.Equal(new DateOnly(2025, 6, 25), LunarCalendar.Find(2025, new LunarDay(6, 1, LeapMonth: false)));
        Assert.Equal(new DateOnly(2025, 7, 25), LunarCalendar.Find(2025, new LunarDay(6, 1, LeapMonth: true)));
        Assert.Equal(new DateOnly(2025, 8, 23), LunarCalendar.Find(2025, new LunarDay(7, 1, LeapMonth: false)));
    }

    [Fact]
    public void Year_without_the_leap_month_is_skipped() => Assert.Equal(
        [new DateOnly(2025, 7, 25), new DateOnly(2036, 7, 23)],
        LunarCalendar.DatesBetween(
            new LunarDay(6, 1, LeapMonth: true), new DateOnly(2024, 1, 1), new DateOnly(2036, 12, 31)));

    [Fact]
    public void Day_30_is_skipped_in_a_year_whose_month_has_29_days() => Assert.Equal(
        [new DateOnly(2024, 2, 9), new DateOnly(2030, 2, 2)],
        LunarCalendar.DatesBetween(
            new LunarDay(12, 30, LeapMonth: false), new DateOnly(2024, 1, 1), new DateOnly(2030, 12, 31)));

    [Fact]
    public void Both_ends_of_the_range_are_included()
    {
        var (festival, date) = (new LunarDay(1, 1, LeapMonth: false), new DateOnly(2026, 2, 17));

        Assert.Equal([date], LunarCalendar.DatesBetween(festival, date, date));
        Assert.Empty(LunarCalendar.DatesBetween(festival, date.AddDays(1), date.AddDays(2)));
        Assert.Empty(LunarCalendar.DatesBetween(festival, date.AddDays(-2), date.AddDays(-1)));
    }

    [Fact]
    public void Dates_outside_of_the_tables_are_not_computed() => Assert.Empty(LunarCalendar.DatesBetween(
        new LunarDay(1, 1, LeapMonth: false), new DateOnly(2101, 1, 29), new DateOnly(2110, 1, 1)));
}
