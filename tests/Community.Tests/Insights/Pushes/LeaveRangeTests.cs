using Community.Insights.Pushes;

namespace Community.Tests.Insights.Pushes;

public sealed class LeaveRangeTests
{
    [Theory]
    [InlineData(30, 0.002, 7)]
    [InlineData(30, 0.05, 14)]
    [InlineData(200, 0.001, 7)]
    [InlineData(200, 0.01, 14)]
    [InlineData(200, 0.1, 7)]
    [InlineData(500, 0.003, 14)]
    public void Group_with_a_constant_rate_leaves_the_range_with_at_most_the_nominal_rate(
        int members, double rate, int days)
    {
        const int Seeds = 5_000;
        var (above, below) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var before = Enumerable.Range(0, days).Select(_ => new LeaveDay(members, Leaves(random, members, rate)));
            var range = LeaveRange.Predict(members, [.. before])!;
            var leaves = Leaves(random, members, rate);
            if (leaves > range.High) above++;
            if (leaves < range.Low) below++;
        }

        // Three standard errors of a share of this size.
        var limit = Seeds * (LeaveRange.NominalRate + (3 * Math.Sqrt(LeaveRange.NominalRate / Seeds)));
        Assert.InRange(above, 0, limit);
        Assert.InRange(below, 0, limit);
    }

    [Fact]
    public void Tenfold_leaves_of_a_group_are_above_the_range()
    {
        var range = LeaveRange.Predict(200, Days(count: 14, members: 200, leaves: 2))!;

        Assert.InRange(range.High, 4, 9);
        Assert.Equal(14, range.Days);
    }

    [Fact]
    public void Nothing_is_expected_of_less_than_a_week()
    {
        Assert.Null(LeaveRange.Predict(200, Days(count: 6, members: 200, leaves: 2)));
        Assert.NotNull(LeaveRange.Predict(200, Days(count: 7, members: 200, leaves: 2)));
    }

    [Fact]
    public void Range_of_a_group_that_everyone_left_holds_all_its_members()
    {
        Assert.Equal(new LeaveRange(0, 0, 7), LeaveRange.Predict(0, Days(count: 7, members: 0, leaves: 0)));
        Assert.Equal(20, LeaveRange.Predict(20, Days(count: 7, members: 10, leaves: 10))!.High);
    }

    static IReadOnlyList<LeaveDay> Days(int count, int members, int leaves) =>
        [.. Enumerable.Repeat(new LeaveDay(members, leaves), count)];

    static int Leaves(Random random, int members, double rate)
    {
        var leaves = 0;
        for (var member = 0; member < members; member++) leaves += random.NextDouble() < rate ? 1 : 0;
        return leaves;
    }
}
