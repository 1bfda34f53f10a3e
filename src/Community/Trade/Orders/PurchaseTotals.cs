namespace Community.Trade.Orders;

/// <summary>One order as its buyer's books hold it. A later <paramref name="Version"/> of the order replaces an earlier one.</summary>
public sealed record Purchase(string Shop, string OrderId, DateTimeOffset At, long AmountMinor, long RefundedMinor, string Currency, OrderState State, bool Counts, long Version)
{
    /// <summary>What was spent on it, once what was given back is taken off; nothing for an order that does not count.</summary>
    public long SpentMinor => Counts ? AmountMinor - RefundedMinor : 0;
}

/// <summary>What was spent in one currency.</summary>
public sealed record Spend(string Currency, long AmountMinor);

/// <summary>
/// What a member bought over their life with the brand. <see cref="First"/> is the order that made them a buyer, for good, as it was then;
/// <see cref="Last"/> the latest one, whatever became of it.
/// </summary>
public sealed record PurchaseTotals(string MemberId)
{
    /// <summary>Orders that count.</summary>
    public int Orders { get; init; }

    /// <summary>What those cost, in each currency, in order of its name.</summary>
    public IReadOnlyList<Spend> Spent { get; init; } = [];

    /// <summary>The order that made the member a buyer.</summary>
    public Purchase? First { get; init; }

    /// <summary>The latest order.</summary>
    public Purchase? Last { get; init; }

    /// <summary>The books with this order as it stands now, in place of what they held for it.</summary>
    public PurchaseTotals With(Purchase now, Purchase? before)
    {
        if (before?.Version >= now.Version) return this;
        var orders = Orders + One(now) - One(before);
        return this with
        {
            Orders = orders,
            Spent = Add(Add(Spent, now.Currency, now.SpentMinor), before?.Currency ?? now.Currency, -(before?.SpentMinor ?? 0)),
            First = First ?? (now.Counts && Orders == 0 ? now : null),
            Last = Last is null || now.At > Last.At || IsSame(Last, now) ? now : Last,
        };
    }

    /// <summary>True when both are one order.</summary>
    public static bool IsSame(Purchase one, Purchase other) => one.Shop == other.Shop && one.OrderId == other.OrderId;

    static int One(Purchase? purchase) => purchase is { Counts: true } ? 1 : 0;

    static List<Spend> Add(IReadOnlyList<Spend> spent, string currency, long amount) =>
        [.. spent
            .Append(new Spend(currency, amount))
            .GroupBy(one => one.Currency, StringComparer.Ordinal)
            .Select(same => new Spend(same.Key, same.Sum(one => one.AmountMinor)))
            .Where(one => one.AmountMinor != 0)
            .OrderBy(one => one.Currency, StringComparer.Ordinal)];
}
