using Community.Platform;
using Community.Selling.Offers;

namespace Community.Tests.Selling.Offers;

public class OfferStockTests
{
    [Theory]
    [InlineData(10, 3, 7)]
    [InlineData(10, 12, 0)]
    [InlineData(null, 3, null)]
    public void Remaining_units_are_never_negative_and_unknown_without_a_quantity(int? quantity, int sold, int? left) =>
        Assert.Equal(left, new OfferStock(quantity).Remaining(new OfferTotals(sold, sold, MoneyByCurrency.None)));
}
