using Community.Selling.Conversions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.Conversions;

public class ForecastTests
{
    static readonly Gen<ForecastHistory> Histories =
        from members in Gen.Choose(0, 5000)
        from orders in Gen.Choose(0, 5000)
        select new ForecastHistory(1, members, orders);

    /// <summary>Quantiles computed with exact fractions by a program of another language.</summary>
    [Theory]
    [InlineData(1, 0.08, 0, 0)]
    [InlineData(30, 2.4, 0, 5)]
    [InlineData(100, 8, 3, 14)]
    [InlineData(500, 40, 17, 67)]
    public void Without_history_the_prior_speaks(int members, double orders, int low, int high)
    {
        var forecast = Forecaster.Predict(ForecastClass.High, members, ForecastHistory.None);

        Assert.Equal(orders, forecast.Orders, 1e-9);
        Assert.Equal((low, high), (forecast.Low, forecast.High));
    }

    /// <summary>
    /// By hand: 70 orders of 1,000 members weigh as 35 of 500; with 1.5 of 50 that is Beta(36.5, 513.5), and 100
    /// members order 6.636...
    /// </summary>
    [Fact]
    public void History_weighs_at_most_as_much_as_500_members()
    {
        var forecast = Forecaster.Predict(ForecastClass.Medium, 100, new ForecastHistory(5, 1000, 70));

        Assert.Equal(100 * 36.5 / 550, forecast.Orders, 1e-9);
        Assert.Equal((3, 10), (forecast.Low, forecast.High));
    }

    [Theory]
    [Seeds(1, 20261124)]
    public void A_forecast_lies_in_its_interval_and_that_within_the_members(ulong seed) =>
        Property.Check(seed, from history in Histories
                             from members in Gen.Choose(1, 500)
                             from like in Gen.Elements(
            Enum.GetValues<ForecastClass>())
                             select (history, members, like), any =>
        {
            var forecast = Forecaster.Predict(any.like, any.members, any.history);

            Assert.InRange(forecast.Low, 0, forecast.High);
            Assert.InRange(forecast.High, forecast.Low, any.members);
            Assert.InRange(forecast.Orders, 0, any.members);
            Assert.InRange(forecast.Orders, forecast.Low - 1, forecast.High + 1);
        });

    [Theory]
    [Seeds(1, 20261124)]
    public void More_orders_before_foretell_more(ulong seed) => Property.Check(seed, Gen.Choose(0, 999), orders =>
        Assert.True(
            Forecaster.Predict(
                ForecastClass.Low,
                200,
                new ForecastHistory(1, 1000, orders)).Orders < Forecaster.Predict(
                    ForecastClass.Low, 200, new ForecastHistory(1, 1000, orders + 1)).Orders));

    [Theory]
    [Seeds(1, 20261124)]
    public void A_share_that_is_taken_out_again_leaves_what_was(ulong seed) =>
        Property.Check(seed, Histories.Two(), two =>
        Assert.Equal(two.Item1, two.Item1.Plus(two.Item2).Minus(two.Item2)));

    [Fact]
    public void Level_that_was_measured_without_messages_is_a_class_of_its_own()
    {
        var levels = Enum.GetValues<InterestLevel>();
        var heard = levels.Select(level => Forecaster.Classify(Arm.WarmUp, level)).ToList();
        var unheard = levels.Select(level => Forecaster.Classify(Arm.WarmUp, level, heardMessages: false)).ToList();

        Assert.Empty(heard.Intersect(unheard));
        Assert.All([heard, unheard], classes =>
        {
            var shares = classes.Select(Forecaster.PriorShare).ToList();
            Assert.Equal(shares.Order(), shares);
            Assert.Equal(3, shares.Distinct().Count());
        });
        Assert.Equal(
            ForecastClass.LinkOnly, Forecaster.Classify(Arm.LinkOnly, InterestLevel.Medium, heardMessages: false));
    }
}
