using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Orders;

/// <summary>
/// Generated facts of one order: several statements of its payment, refunds with and without a payment, files, two
/// currencies and repeats.
/// </summary>
static class SampleOrderFacts
{
    static readonly DateTimeOffset Start = Instants.Evening;

    public static Gen<OrderFact> Any { get; } = Gen.OneOf(Paid, Refunded, Totalled, Imported, Cancelled);

    static Gen<OrderFact> Paid =>
        from message in Id("p")
        from amount in Gen.Elements(0L, 990, 990, 5_000)
        from currency in Currencies
        from asOf in Minutes
        from buyer in Gen.Elements<string?>(null, "b1")
        from imported in Gen.Elements(false, false, true)
        let payment = new Payment(amount, currency, Start, asOf) { BuyerId = buyer, IsImported = imported }
        select (OrderFact)new OrderFact.Paid(imported ? File(asOf) : message, Start, asOf, payment);

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

    static Gen<OrderFact> Imported =>
        from amount in Gen.Elements(0L, 1, 500, 990)
        from currency in Currencies
        from asOf in Minutes
        select (OrderFact)new OrderFact.RefundsImported(
            File(asOf), Start, asOf, new ImportedRefunds(amount, currency, asOf));

    static Gen<OrderFact> Cancelled =>
        from message in Id("c")
        from at in Minutes
        select (OrderFact)new OrderFact.Cancelled(message, at, at);

    static Gen<string> Currencies => Gen.Elements("CNY", "CNY", "CNY", "USD");

    static Gen<DateTimeOffset> Minutes => Gen.Elements(1, 2, 3).Select(minutes => Start.AddMinutes(minutes));

    public static Order After(IEnumerable<OrderFact> facts) => OrderRules.Record(new Order("tea", "1001"), facts);

    public static Order Apply(Order order, OrderFact fact) => OrderRules.Record(order, [fact]);

    /// <summary>
    /// The same facts in another order, some of them repeated. The order depends only on the number of facts.
    /// </summary>
    public static IEnumerable<OrderFact> InAnotherOrder(IReadOnlyList<OrderFact> facts)
    {
        var random = new Random(facts.Count);
        return facts.Concat(facts.Where((_, index) => index % 3 == 0)).OrderBy(_ => random.Next()).ToList();
    }

    // No two files are of one instant.
    static string File(DateTimeOffset asOf) => $"import-{asOf.Minute}";

    static Gen<string> Id(string kind) => Gen.Choose(1, 4).Select(number => $"{kind}{number}");
}
