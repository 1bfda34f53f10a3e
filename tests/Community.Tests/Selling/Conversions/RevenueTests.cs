using Community.Platform;
using Community.Selling.Conversions;
using Community.Selling.Offers;

namespace Community.Tests.Selling.Conversions;

public class RevenueTests
{
    static readonly ConversionOutcome Yuan = Outcome(new OfferTotals(1, 1, MoneyByCurrency.Of(1_000, "CNY")));
    static readonly ConversionOutcome Yen = Outcome(new OfferTotals(1, 1, MoneyByCurrency.Of(5_000, "JPY")));

    [Fact]
    public void Revenue_in_one_currency_is_its_amount() =>
        Assert.Equal((1_000L, 0L), (Yuan.RevenueMinor, Outcome(OfferTotals.None).RevenueMinor));

    [Fact]
    public void Revenue_of_groups_in_several_currencies_is_not_added()
    {
        var both = ConversionOutcome.Sum([Yuan, Yen, Yuan], SampleConversion.Tea);

        Assert.Equal(MoneyByCurrency.Of(2_000, "CNY").Add(5_000, "JPY"), both.RevenueByCurrency);
        Assert.Null(both.RevenueMinor);
        Assert.Equal((3, 3), (both.Orders, both.Units));
    }

    static ConversionOutcome Outcome(OfferTotals sold) => ConversionOutcome.From(10, 1, sold, SampleConversion.Tea);
}
