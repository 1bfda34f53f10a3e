using Community.Pushes.Calendars;

namespace Community.Tests.Pushes.Calendars;

public class ChineseWorkdaysTests
{
    [Theory]
    [InlineData("2026-10-09", DayType.Workday)]
    [InlineData("2026-10-01", DayType.RestDay)] // 国庆节
    [InlineData("2026-10-10", DayType.Workday)] // a Saturday, worked for the holiday
    [InlineData("2026-10-11", DayType.RestDay)]
    public void Holidays_rest_and_moved_workdays_work(string date, DayType type) =>
        Assert.Equal(type, ChineseWorkdays.TypeOf(DateOnly.Parse(date)));

    [Fact]
    public void Year_without_a_notice_is_unknown()
    {
        var monday = new DateOnly(2100, 6, 7);

        Assert.Equal(DayType.Unknown, ChineseWorkdays.TypeOf(monday));
        Assert.Equal(2100, ChineseWorkdays.MissingYear(monday));
    }

    [Fact]
    public void Last_week_of_the_last_year_needs_the_next_notice()
    {
        var last = ChineseWorkdays.Years[^1];

        Assert.Null(ChineseWorkdays.MissingYear(new DateOnly(last, 12, 24)));
        Assert.Equal(last + 1, ChineseWorkdays.MissingYear(new DateOnly(last, 12, 25)));
        Assert.Null(ChineseWorkdays.MissingYear(new DateOnly(last - 1, 12, 31)));
    }

    [Fact]
    public void Data_hold_the_years_without_gaps() =>
        Assert.Equal(Enumerable.Range(2024, ChineseWorkdays.Years.Count), ChineseWorkdays.Years);
}
