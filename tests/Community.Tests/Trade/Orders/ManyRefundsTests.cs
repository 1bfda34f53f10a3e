using Community.Trade.Orders;

namespace Community.Tests.Trade.Orders;

public class ManyRefundsTests
{
    static readonly DateTimeOffset At = Instants.Evening;

    [Theory]
    [InlineData(60)]
    [InlineData(OrderRules.MaxRefunds)]
    public void Every_refund_counts_in_any_order_and_once(int count)
    {
        var refunds = Enumerable.Range(0, count).Select(number => Refunded(number, 1 + (number % 7))).ToList();
        var order = After(refunds.AsEnumerable().Reverse().Concat(refunds));

        Assert.Equal(refunds.Sum(fact => fact.Refund.AmountMinor), order.RefundedMinor);
        Assert.True(order.HasAllRefunds);
    }

    [Fact]
    public void Order_with_too_many_refunds_says_so_once()
    {
        var order = After(Enumerable.Range(0, OrderRules.MaxRefunds).Select(number => Refunded(number, 1)));
        Assert.True(SampleOrderFacts.Apply(order, Refunded(0, 2)).HasAllRefunds);

        var full = SampleOrderFacts.Apply(order, Refunded(OrderRules.MaxRefunds, 1));

        Assert.False(full.HasAllRefunds);
        Assert.Equal(OrderRules.MaxRefunds, full.Refunds.Count);
        Assert.Equal(full, SampleOrderFacts.Apply(full, Refunded(OrderRules.MaxRefunds, 1)));
    }

    static Order After(IEnumerable<OrderFact> facts)
    {
        var paid = new OrderFact.Paid("paid", At, At, new Payment(1_000_000, "CNY", At, At));
        return SampleOrderFacts.After(facts.Prepend(paid));
    }

    static OrderFact.Refunded Refunded(int number, long amount) =>
        new($"m-{number}", At, At, new Refund($"a-rather-long-id-of-a-refund-{number}", amount, "CNY"));
}
