using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Orders;

public class PurchasesTests
{
    static Gen<Purchase> Any =>
        from order in Gen.Choose(1, 4)
        from version in Gen.Choose(1, 5)
        from amount in Gen.Elements(990L, 5_000)
        from refunded in Gen.Elements(0L, 0, 490)
        from currency in Gen.Elements("CNY", "CNY", "USD")
        from counts in Gen.Elements(true, true, false)
        let at = Instants.Evening.AddMinutes(order)
        select new Purchase("tea", $"{order}", at, amount, refunded, currency, OrderState.Paid, counts, version);

    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Totals_sum_the_last_version_of_each_order(ulong seed) =>
        Property.CheckSequences(seed, Any, purchases =>
        {
            var (totals, orders) = (new PurchaseTotals("u1"), new Dictionary<string, Purchase>());
            foreach (var purchase in purchases.Concat(purchases))
            {
                var before = orders.GetValueOrDefault(purchase.OrderId);
                totals = totals.Replace(before, purchase);
                if (!(before?.Version >= purchase.Version)) orders[purchase.OrderId] = purchase;
            }

            Assert.Equal(orders.Values.Count(order => order.Counts), totals.Orders);
            Assert.All(orders.Values.GroupBy(order => order.Currency), group => Assert.Equal(
                group.Sum(order => order.SpentMinor),
                totals.Spent.FirstOrDefault(spend => spend.Currency == group.Key)?.AmountMinor ?? 0));
            Assert.Equal(orders.Values.MaxBy(order => order.At)?.OrderId, totals.Last?.OrderId);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void First_order_that_counted_stays_the_first(ulong seed) =>
        Property.CheckSequences(seed, Any, purchases =>
        {
            var (totals, orders, hasBought) = (new PurchaseTotals("u1"), new Dictionary<string, Purchase>(), false);
            foreach (var purchase in purchases)
            {
                var (first, before) = (totals.First, orders.GetValueOrDefault(purchase.OrderId));
                totals = totals.Replace(before, purchase);
                Assert.True(first is null || totals.First == first);
                if (before?.Version >= purchase.Version) continue; // an outdated version has no effect
                orders[purchase.OrderId] = purchase;
                hasBought |= purchase.Counts;
            }

            Assert.Equal(hasBought, totals.First is not null);
        });
}
