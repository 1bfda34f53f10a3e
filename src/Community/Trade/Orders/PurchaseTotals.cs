namespace Community.Trade.Orders;

/// <summary>
/// The state of one order of a member. A later <paramref name="Version"/> of the order replaces an earlier one.
/// </summary>
public sealed record Purchase(
    string Shop,
    string OrderId,
    DateTimeOffset At,
    long AmountMinor,
    long RefundedMinor,
    string Currency,
    OrderState State,
    bool Counts,
    long Version)
{
    /// <summary>The amount without refunds; zero for an order that does not count.</summary>
    public long SpentMinor => Counts ? AmountMinor - RefundedMinor : 0;
}

public sealed record Spend(string Currency, long AmountMinor);

public sealed record PurchaseTotals(string MemberId)
{
    public int Orders { get; init; }

    /// <summary>The amounts of the orders that count, in order of currency.</summary>
    public IReadOnlyList<Spend> Spent { get; init; } = [];

    /// <summary>The order that made the member a buyer, in its state at that time.</summary>
    public Purchase? First { get; init; }

    public Purchase? Last { get; init; }

    /// <summary>
    /// Replaces the state of one order; <paramref name="before"/> is null for a new order. An older version changes
    /// nothing.
    /// </summary>
    public PurchaseTotals Replace(Purchase? before, Purchase current)
    {
        if (before?.Version >= current.Version) return this;
        var orders = Orders + CountOf(current) - CountOf(before);
        var spent = Add(Spent, current.Currency, current.SpentMinor);
        return this with
        {
            Orders = orders,
            Spent = before is null ? spent : Add(spent, before.Currency, -before.SpentMinor),
            First = First ?? (current.Counts && Orders == 0 ? current : null),
            Last = IsLast(current) ? current : Last,
        };
    }

    bool IsLast(Purchase current) => Last is null || current.At > Last.At || IsSameOrder(Last, current);

    static bool IsSameOrder(Purchase a, Purchase b) => a.Shop == b.Shop && a.OrderId == b.OrderId;

    static int CountOf(Purchase? purchase) => purchase is { Counts: true } ? 1 : 0;

    static List<Spend> Add(IReadOnlyList<Spend> spent, string currency, long amount) =>
        [.. spent
            .Append(new Spend(currency, amount))
            .GroupBy(spend => spend.Currency, StringComparer.Ordinal)
            .Select(same => new Spend(same.Key, same.Sum(spend => spend.AmountMinor)))
            .Where(spend => spend.AmountMinor != 0)
            .OrderBy(spend => spend.Currency, StringComparer.Ordinal)];
}
