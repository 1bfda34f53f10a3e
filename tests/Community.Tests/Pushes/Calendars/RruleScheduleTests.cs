using Community.Pushes.Calendars;

namespace Community.Tests.Pushes.Calendars;

public class RruleScheduleTests
{
    static readonly DateOnly Start = new(2026, 12, 1);

    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Count_is_counted_from_the_start_of_the_plan()
    {
        Assert.Equal([1, 2, 3], Days("FREQ=DAILY;COUNT=3", Start, Start.AddDays(30)));
        Assert.Equal([3], Days("FREQ=DAILY;COUNT=3", Start.AddDays(2), Start.AddDays(30)));
    }

    [Fact]
    public void Interval_is_counted_from_the_start_of_the_plan() =>
        Assert.Equal([14, 28], Days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", Start.AddDays(4), Start.AddDays(30)));

    [Fact]
    public void Start_that_does_not_match_is_no_occurrence() =>
        Assert.Equal([2, 9], Days("FREQ=WEEKLY;BYDAY=WE", Start, Start.AddDays(10)));

    [Theory]
    [InlineData("20261203", 3)]
    [InlineData("20261203T100000", 3)]
    [InlineData("20261203T095959", 2)]
    [InlineData("20261203T020000Z", 3)] // 10:00 in Shanghai
    [InlineData("20261203T015959Z", 2)]
    public void Until_includes_its_date_or_its_instant(string until, int last) => Assert.Equal(
        Enumerable.Range(1, last), Days($"FREQ=DAILY;UNTIL={until}", Start, Start.AddDays(30)));

    [Theory]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90")]
    [InlineData("freq=secondly")]
    public void Rule_finer_than_a_day_is_refused(string rule) =>
        Assert.Contains("time of the day", Fault(rule), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "FREQ")]
    [InlineData("COUNT=3", "FREQ")]
    [InlineData("FREQ=FORTNIGHTLY", "FREQ")]
    [InlineData("RRULE:FREQ=DAILY", "FREQ")]
    [InlineData("FREQ=DAILY;FREQ=WEEKLY", "FREQ twice")]
    [InlineData("FREQ=DAILY;FOO=1", "foo")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20270101", "mutually exclusive")]
    [InlineData("FREQ=DAILY;COUNT=0", "COUNT")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "INTERVAL")]
    [InlineData("FREQ=DAILY;INTERVAL=1000", "INTERVAL")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999", "INTERVAL")]
    [InlineData("FREQ=DAILY;UNTIL=2026", "UNTIL")]
    [InlineData("FREQ=DAILY;UNTIL=20261301", "UNTIL")]
    [InlineData("FREQ=DAILY;BYHOUR=9", "BYHOUR")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", "BYDAY")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYYEARDAY=5", "BYYEARDAY")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS")]
    [InlineData("FREQ=DAILY;BYWEEKNO=3", "BYWEEKNO")]
    public void Rule_that_is_not_of_the_standard_is_refused(string rule, string named) =>
        Assert.Contains(named, Fault(rule), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO")]
    [InlineData("FREQ=YEARLY;INTERVAL=999;BYMONTH=1")]
    public void Rule_that_never_fires_ends(string rule) => Assert.Empty(Days(rule, Start, Start.AddYears(50)));

    static IEnumerable<int> Days(string rule, DateOnly from, DateOnly to)
    {
        var schedule = RruleSchedule.TryParse(rule, out var fault);
        Assert.True(schedule is not null, fault);
        return schedule.DatesBetween(Start, new TimeOnly(10, 0), Shanghai, from, to).Select(date => date.Day);
    }

    static string Fault(string rule)
    {
        Assert.Null(RruleSchedule.TryParse(rule, out var fault));
        return fault;
    }
}
