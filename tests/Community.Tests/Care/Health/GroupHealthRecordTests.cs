using Community.Care.Health;

namespace Community.Tests.Care.Health;

public sealed class GroupHealthRecordTests
{
    static readonly DateOnly Day = new(2026, 12, 10);

    static readonly GroupHealthRecord Before = new(
        "tea-1",
        Day,
        new GroupHealth(GroupHealthState.Healthy, [], new WeeklyLeaves(0, null, null), null, 0, null, 0),
        [3, 2, 1],
        DyingSince: null,
        Instants.Evening);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(40, 13)]
    [InlineData(-1, 0)]
    public void Only_days_since_the_last_assessment_are_counted(int daysLater, int expected) =>
        Assert.Equal(expected, GroupHealthRecord.DaysToCount(Before, Day.AddDays(daysLater), kept: 13));

    [Fact]
    public void First_assessment_counts_every_day_that_is_kept()
    {
        Assert.Equal(13, GroupHealthRecord.DaysToCount(null, Day, kept: 13));
        Assert.Equal(13, GroupHealthRecord.DaysToCount(Before with { Messages = null }, Day.AddDays(1), kept: 13));
    }

    [Fact]
    public void Counted_days_come_before_those_of_the_last_assessment()
    {
        Assert.Equal([5, 4, 3, 2, 1], GroupHealthRecord.Append(Before, Day.AddDays(2), [5, 4]));
        Assert.Equal([7], GroupHealthRecord.Append(null, Day, [7]));
    }

    [Fact]
    public void Days_before_a_gap_are_dropped() =>
        Assert.Equal([5, 4], GroupHealthRecord.Append(Before, Day.AddDays(3), [5, 4]));
}
