using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Orders;

/// <summary>News of one order as a seed makes it: several statements of its payment, refunds with and without a payment, in two currencies, and repeats.</summary>
static class SampleOrderFacts
{
    static readonly DateTimeOffset Start = Instants.Evening;

    /// <summary>Any news.</summary>
    public static Gen<OrderFact> Any { get; } = Gen.OneOf(Paid, Refunded, Totalled, Cancelled);

    static Gen<OrderFact> Paid =>
        from message in Id("p")
        from amount in Gen.Elements(0L, 990, 990, 5_000)
        from currency in Currencies
        from asOf in Minutes
        from buyer in Gen.Elements<string?>(null, "b1")
        from imported in Gen.Elements(false, false, true)
        select (OrderFact)new OrderFact.Paid(message, Start, asOf, new Payment(amount, currency, Start, asOf) { BuyerId = buyer, IsImported = imported });

    static Gen<OrderFact> Refunded =>
        from message in Id("r")
        from refund in Id("refund")
        from amount in Gen.Elements(1L, 90, 900, 990, 10_000)
        from currency in Currencies
        from at in Minutes
        select (OrderFact)new OrderFact.Refunded(message, at, at, new Refund(refund, amount, currency));

    static Gen<OrderFact> Totalled =>
        from message in Id("t")
        from amount in Gen.Elements(1L, 500, 990)
        from currency in Currencies
        select (OrderFact)new OrderFact.RefundsTotalled(message, Start, Start, new RefundTotal(amount, currency));

    static Gen<OrderFact> Cancelled =>
        from message in Id("c")
        from at in Minutes
        select (OrderFact)new OrderFact.Cancelled(message, at, at);

    static Gen<string> Currencies => Gen.Elements("CNY", "CNY", "CNY", "USD");

    static Gen<DateTimeOffset> Minutes => Gen.Elements(1, 2, 3).Select(minutes => Start.AddMinutes(minutes));

    /// <summary>The order after all of it.</summary>
    public static Order After(IEnumerable<OrderFact> news) => news.Aggregate(new Order("tea", "1001"), Apply);

    /// <summary>The order after one more.</summary>
    public static Order Apply(Order order, OrderFact fact) => OrderRules.Decide(fact, order).Aggregate(order, OrderRules.Evolve);

    /// <summary>The same news in an order that depends on nothing but the news, with some of it told twice.</summary>
    public static IEnumerable<OrderFact> InAnotherOrder(IReadOnlyList<OrderFact> news)
    {
        var random = new Random(news.Count);
        return news.Concat(news.Where((_, index) => index % 3 == 0)).OrderBy(_ => random.Next()).ToList();
    }

    static Gen<string> Id(string kind) => Gen.Choose(1, 4).Select(number => $"{kind}{number}");
}
