using Community.Insights;
using Community.Platform.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Insights;

public class ModeComparisonTests
{
    static readonly Gen<(int Count, double Days)> Rates =
        from count in Gen.Choose(0, 10_000)
        from hours in Gen.Choose(1, 24 * 60)
        select (count, hours / 24.0);

    [Fact]
    public void Clear_difference_is_described_and_an_unclear_one_is_not_enough_data()
    {
        var a = new ModeFigures(
            Participants: 1_000, Inviters: 500, Qualified: 100, Joins: 2_000, Retained: 1_500, Days: 10);
        var b = new ModeFigures(
            Participants: 1_000, Inviters: 300, Qualified: 98, Joins: 1_000, Retained: 740, Days: 10);

        var differences = ModeComparison.Compare(a, b).ToDictionary(difference => difference.Figure);

        Assert.Equal((200, 100), (differences["joinsPerDay"].A, differences["joinsPerDay"].B));
        Assert.True(differences["joinsPerDay"].EnoughData);
        Assert.StartsWith(
            "invitedSomebody: a is higher than b by 0.2",
            differences["invitedSomebody"].Sentence,
            StringComparison.Ordinal);
        Assert.Equal("not enough data", differences["reachedTarget"].Sentence);
        Assert.Equal("not enough data", differences["retainedAfter7Days"].Sentence);
    }

    [Fact]
    public void Later_orders_per_member_are_compared_when_there_are_any()
    {
        var a = new ModeFigures(
            Participants: 100, Inviters: 50, Qualified: 10, Joins: 1_000, Retained: 700, Days: 10, LaterOrders: 300);
        var b = a with { Joins = 2_000, LaterOrders = 200 };

        var orders = Assert.Single(
            ModeComparison.Compare(a, b), difference => difference.Figure == "laterOrdersPerMember");

        Assert.Equal((0.3, 0.1, true), (orders.A, orders.B, orders.EnoughData));
        Assert.DoesNotContain(
            ModeComparison.Compare(a with { LaterOrders = 0 }, b with { LaterOrders = 0 }),
            difference => difference.Figure == "laterOrdersPerMember");
    }

    [Fact]
    public void Campaigns_without_activity_do_not_differ()
    {
        var nothing = new ModeFigures(0, 0, 0, 0, 0, 1);

        Assert.All(
            ModeComparison.Compare(nothing, nothing),
            difference => Assert.Equal((0, false), (difference.Value, difference.EnoughData)));
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Interval_of_a_rate_contains_it_and_solves_the_score_equation(ulong seed) =>
        Property.Check(seed, Rates, rate =>
        {
            var interval = PoissonRate.ConfidenceInterval(rate.Count, rate.Days);

            Assert.InRange(rate.Count / rate.Days, interval.Low, interval.High);
            // Each limit is the mean from which the count is 1.96 standard deviations away.
            var (low, high, tolerance) =
                (interval.Low * rate.Days, interval.High * rate.Days, 0.05 + (rate.Count * 1e-4));
            Assert.Equal(1.96 * Math.Sqrt(high), high - rate.Count, tolerance);
            if (rate.Count > 0) Assert.Equal(1.96 * Math.Sqrt(low), rate.Count - low, tolerance);
        });
}
