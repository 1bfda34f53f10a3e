namespace Community.Selling.Offers;

/// <summary>
/// One order as an offer's books hold it: <paramref name="OrderKey"/> names it among all shops, money is in minor units of
/// <paramref name="Currency"/>. One that no longer <paramref name="Counts"/> was cancelled, refunded in full or credited elsewhere.
/// </summary>
public sealed record OfferSale(
    string OrderKey,
    string GroupId,
    string? MemberId,
    int Units,
    long AmountMinor,
    long RefundedMinor,
    string Currency,
    bool Counts,
    DateTimeOffset At)
{
    /// <summary>What the order adds to the totals.</summary>
    public OfferTotals Share => Counts ? new(1, Units, AmountMinor - RefundedMinor) : OfferTotals.None;
}

/// <summary>What was sold: orders that count, their units, and what they brought in minor units, refunds taken off.</summary>
public sealed record OfferTotals(int Orders, int Units, long RevenueMinor)
{
    /// <summary>Nothing.</summary>
    public static OfferTotals None { get; } = new(0, 0, 0);

    /// <summary>These totals when an order that stood as <paramref name="before"/> (null: unknown) stands as <paramref name="after"/> (null: elsewhere).</summary>
    public OfferTotals With(OfferSale? before, OfferSale? after)
    {
        var (left, come) = (before?.Share ?? None, after?.Share ?? None);
        return new(Orders - left.Orders + come.Orders, Units - left.Units + come.Units, RevenueMinor - left.RevenueMinor + come.RevenueMinor);
    }
}

/// <summary>How much of an offer there is; null is as much as anybody wants.</summary>
public sealed record OfferStock(int? Quantity)
{
    /// <summary>True when nothing is left of it.</summary>
    public bool IsSoldOut(OfferTotals sold) => sold.Units >= Quantity;
}
