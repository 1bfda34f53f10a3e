using Community.Platform;
using Community.Selling.Offers;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.Offers;

public class OfferTotalsTests
{
    static readonly Gen<OfferSale> Repeats =
        from order in Gen.Choose(1, 4)
        from units in Gen.Choose(0, 5)
        from amount in Gen.Choose(0, 9_900)
        from refunded in Gen.Choose(0, 9_900)
        from counts in Gen.Elements(true, true, false)
        select new OfferSale(
            $"shop/{order}",
            "tea-1",
            MemberId: null,
            units,
            amount,
            Math.Min(amount, refunded),
            "CNY",
            counts,
            Instants.Evening);

    [Theory]
    [Seeds(1, 20261124)]
    public void The_totals_are_those_of_the_latest_state_of_each_order(ulong seed) =>
        Property.CheckSequences(seed, Repeats, tellings =>
        {
            var held = new Dictionary<string, OfferSale>(StringComparer.Ordinal);
            var totals = OfferTotals.None;
            foreach (var telling in tellings)
            {
                totals = totals.Replace(held.GetValueOrDefault(telling.OrderKey), telling);
                held[telling.OrderKey] = telling;
            }

            var counting = held.Values.Where(sale => sale.Counts).ToList();
            Assert.Equal(
                new OfferTotals(
                    counting.Count,
                    counting.Sum(sale => sale.Units),
                    counting.Aggregate(
                        MoneyByCurrency.None,
                        (sum, sale) => sum.Add(sale.AmountMinor - sale.RefundedMinor, sale.Currency))),
                totals);
        });

    [Theory]
    [Seeds(1, 20261124)]
    public void Telling_an_order_again_changes_nothing(ulong seed) =>
        Property.Check(
            seed,
            Repeats,
            sale => Assert.Equal(
                OfferTotals.None.Replace(null, sale), OfferTotals.None.Replace(null, sale).Replace(sale, sale)));

    [Theory]
    [InlineData(null, 1_000, false)]
    [InlineData(50, 49, false)]
    [InlineData(50, 50, true)]
    [InlineData(50, 51, true)]
    public void An_offer_is_sold_out_when_as_many_units_are_sold_as_there_were(int? quantity, int sold, bool soldOut) =>
        Assert.Equal(
            soldOut, new OfferStock(quantity).IsSoldOut(new OfferTotals(1, sold, MoneyByCurrency.None)));
}
