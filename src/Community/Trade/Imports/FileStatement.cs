using Community.Trade.Orders;

namespace Community.Trade.Imports;

/// <summary>
/// An imported file. <paramref name="AsOf"/> orders the files of a shop: a later one corrects an earlier one, and no
/// two are equal.
/// </summary>
public sealed record ImportReference(string Id, DateTimeOffset AsOf);

/// <summary>
/// One order as a line of a file states it. The file says nothing about refunds when
/// <paramref name="RefundedMinor"/> is null.
/// </summary>
public sealed record FileStatement(
    string OrderId, long AmountMinor, string Currency, DateTimeOffset PaidAt, long? RefundedMinor)
{
    public string? BuyerId { get; init; }

    public string? LinkCode { get; init; }

    /// <summary>The facts that the line states when it is one of this file.</summary>
    public IReadOnlyList<OrderFact> FactsOf(ImportReference file)
    {
        var id = $"import-{file.Id}";
        var payment = new Payment(AmountMinor, Currency, PaidAt, file.AsOf)
        {
            BuyerId = BuyerId,
            LinkCode = LinkCode,
            IsImported = true,
        };
        List<OrderFact> facts = [new OrderFact.Paid(id, PaidAt, file.AsOf, payment)];
        if (RefundedMinor is { } refunded)
        {
            var refunds = new ImportedRefunds(refunded, Currency, file.AsOf);
            facts.Add(new OrderFact.RefundsImported(id, PaidAt, file.AsOf, refunds));
        }

        return facts;
    }
}
