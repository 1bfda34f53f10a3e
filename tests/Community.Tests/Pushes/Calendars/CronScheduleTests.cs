using Community.Pushes.Calendars;

namespace Community.Tests.Pushes.Calendars;

public class CronScheduleTests
{
    static readonly DateOnly December = new(2026, 12, 1);

    [Fact]
    public void Day_fires_on_its_number_or_its_weekday_when_both_are_restricted() => Assert.Equal(
        [4, 11, 13, 18, 25],
        Parse("0 10 13 * 5").Between(December, new DateOnly(2026, 12, 31)).Select(time => time.Date.Day));

    [Fact]
    public void Day_fires_on_both_when_one_of_them_begins_with_a_star() => Assert.Equal(
        [11, 25],
        Parse("0 10 */2 * 5").Between(December, new DateOnly(2026, 12, 31)).Select(time => time.Date.Day));

    [Fact]
    public void Several_times_of_a_day_come_in_order() => Assert.Equal(
        [
            (December, new TimeOnly(9, 0)), (December, new TimeOnly(20, 0)),
            (December.AddDays(1), new TimeOnly(9, 0)), (December.AddDays(1), new TimeOnly(20, 0)),
        ],
        Parse("0 20,9 * * *").Between(December, December.AddDays(1)));

    [Fact]
    public void First_date_includes_the_start_and_is_absent_when_it_never_fires()
    {
        Assert.Equal(December, Parse("0 0 1 * *").FirstDate(December));
        Assert.Equal(new DateOnly(2028, 2, 29), Parse("0 10 29 2 *").FirstDate(December));
        Assert.Null(Parse("0 0 30 2 *").FirstDate(December));
    }

    [Theory]
    [InlineData("0 0 10 * * *")]
    [InlineData("10 * * *")]
    [InlineData("@daily")]
    [InlineData("")]
    public void Expression_without_five_fields_is_refused(string text)
    {
        Assert.Null(CronSchedule.TryParse(text, out var fault));
        Assert.StartsWith("must have five fields", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60 10 * * *")]
    [InlineData("0 25 * * *")]
    [InlineData("0 10 32 * *")]
    [InlineData("0 10 * 13 *")]
    [InlineData("0 10 * * XYZ")]
    [InlineData("a b c d e")]
    public void Expression_that_cannot_be_read_is_refused(string text)
    {
        Assert.Null(CronSchedule.TryParse(text, out var fault));
        Assert.StartsWith("is no cron expression", fault, StringComparison.Ordinal);
    }

    static CronSchedule Parse(string text)
    {
        var schedule = CronSchedule.TryParse(text, out var fault);
        Assert.True(schedule is not null, fault);
        return schedule;
    }
}
