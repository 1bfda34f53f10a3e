using Community.Platform;

namespace Community.Selling.Offers;

/// <summary>
/// One order credited to an offer. <paramref name="OrderKey"/> is unique among all shops; amounts are in minor units of
/// <paramref name="Currency"/>. <paramref name="Counts"/> is false for an order that is cancelled, fully refunded or
/// credited elsewhere.
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
    public OfferTotals Contribution => Counts
        ? new(1, Units, MoneyByCurrency.Of(AmountMinor - RefundedMinor, Currency))
        : OfferTotals.None;
}

/// <summary>Orders that count, their units, and their revenue by currency without refunds.</summary>
public sealed record OfferTotals(int Orders, int Units, MoneyByCurrency Revenue)
{
    public static OfferTotals None { get; } = new(0, 0, MoneyByCurrency.None);

    /// <summary>The totals after one order changes; null for an order that is not part of these totals.</summary>
    public OfferTotals Replace(OfferSale? before, OfferSale? after) =>
        Replace(before?.Contribution ?? None, after?.Contribution ?? None);

    /// <summary>The totals after a part of them changes.</summary>
    public OfferTotals Replace(OfferTotals before, OfferTotals after) => new(
        Orders - before.Orders + after.Orders,
        Units - before.Units + after.Units,
        Revenue.Subtract(before.Revenue).Add(after.Revenue));
}

/// <summary>The units of an offer; a null <paramref name="Quantity"/> is unlimited.</summary>
public sealed record OfferStock(int? Quantity)
{
    public bool IsSoldOut(OfferTotals sold) => sold.Units >= Quantity;

    /// <summary>The units that are left; null when they are unlimited, zero when more were sold.</summary>
    public int? Remaining(OfferTotals sold) => Quantity is { } quantity ? Math.Max(0, quantity - sold.Units) : null;
}
