using Community.Platform;
using Community.Platform.Statistics;
using Community.Selling.Conversions;

namespace Community.Tests.Selling.Conversions;

public class OutcomeTests
{
    [Fact]
    public void The_rate_is_orders_for_each_member_that_was_reached_and_the_cost_that_of_the_units_sold()
    {
        var outcome = ConversionOutcome.From(
            200,
            50,
            new(10, 12, MoneyByCurrency.Of(199000, "CNY")),
            SampleConversion.Tea with { OfferCostMinor = 500 });

        Assert.Equal((0.05, 6000), (outcome.Rate, outcome.CostMinor));
        Assert.Equal(
            (0.0, null),
            (
                ConversionOutcome.From(0, 3, new(0, 0, MoneyByCurrency.None), SampleConversion.Tea).Rate,
                ConversionOutcome.From(0, 3, new(0, 0, MoneyByCurrency.None), SampleConversion.Tea).CostMinor));
    }

    [Fact]
    public void The_uplift_is_the_difference_of_the_arms_with_its_interval()
    {
        var uplift = Uplift.From(
            ConversionOutcome.From(200, 0, new(20, 20, MoneyByCurrency.None), SampleConversion.Tea),
            ConversionOutcome.From(100, 0, new(2, 2, MoneyByCurrency.None), SampleConversion.Tea))!;

        var interval = new Proportion(20, 200).Minus(new Proportion(2, 100));
        Assert.Equal(
            (0.08, interval.Low, interval.High, true),
            (Math.Round(uplift.Difference, 10), uplift.Low, uplift.High, uplift.EnoughData));
    }

    [Fact]
    public void Without_one_of_the_arms_there_is_no_uplift() =>
        Assert.Null(
            Uplift.From(
                ConversionOutcome.From(200, 0, new(20, 20, MoneyByCurrency.None), SampleConversion.Tea),
                ConversionOutcome.From(0, 0, new(0, 0, MoneyByCurrency.None), SampleConversion.Tea)));

    [Fact]
    public void Who_orders_twice_cannot_make_a_share_above_one() =>
        Assert.Equal(
            0.5,
            Uplift.From(
                ConversionOutcome.From(1, 0, new(3, 3, MoneyByCurrency.None), SampleConversion.Tea),
                ConversionOutcome.From(2, 0, new(1, 1, MoneyByCurrency.None), SampleConversion.Tea))!.Difference);
}
