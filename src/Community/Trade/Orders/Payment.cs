using System.Globalization;

namespace Community.Trade.Orders;

/// <summary>A line of an order; <paramref name="AmountMinor"/> is the price of the whole quantity.</summary>
public sealed record OrderItem(string Sku, string Name, int Quantity, long AmountMinor);

/// <summary>
/// A statement of a shop that an order is paid. Shops restate edited orders: the latest <see cref="AsOf"/> counts,
/// and a signed statement counts before an imported one. For an imported one it is the instant of the file.
/// </summary>
public sealed record Payment(long AmountMinor, string Currency, DateTimeOffset PaidAt, DateTimeOffset AsOf)
{
    public const int MaxItems = 50;

    /// <summary>The shop's id of the buyer; null for a guest.</summary>
    public string? BuyerId { get; init; }

    /// <summary>Null when the shop does not know the member.</summary>
    public string? MemberId { get; init; }

    public string? LinkCode { get; init; }

    public IReadOnlyList<OrderItem> Items { get; init; } = [];

    /// <summary>The quantities of all lines, including those above <see cref="MaxItems"/>.</summary>
    public int Units { get; init; } = 1;

    public bool IsImported { get; init; }

    internal bool StatesTheSameAs(Payment other) => Statement == other.Statement;

    // Equal instants are ordered by content, because the sequence of messages must not matter.
    internal bool Supersedes(Payment? other)
    {
        if (other is null) return true;
        if (IsImported != other.IsImported) return !IsImported;
        return AsOf != other.AsOf ? AsOf > other.AsOf : string.CompareOrdinal(Statement, other.Statement) > 0;
    }

    string Statement => string.Join(
        '\n',
        [
            AmountMinor.ToString(CultureInfo.InvariantCulture),
            Currency,
            PaidAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
            BuyerId,
            MemberId,
            LinkCode,
            Units.ToString(CultureInfo.InvariantCulture),
            .. Items.Select(item => item.ToString()),
        ]);
}

public sealed record Refund(string RefundId, long AmountMinor, string Currency);

/// <summary>The total of all refunds that a shop signed.</summary>
public sealed record RefundTotal(long AmountMinor, string Currency);

/// <summary>
/// The total of all refunds that a file states. The file of the latest <paramref name="AsOf"/> counts.
/// </summary>
public sealed record ImportedRefunds(long AmountMinor, string Currency, DateTimeOffset AsOf)
{
    // Equal instants are ordered by content, because the sequence of messages must not matter.
    internal bool Supersedes(ImportedRefunds? other)
    {
        if (other is null) return true;
        if (AsOf != other.AsOf) return AsOf > other.AsOf;
        return AmountMinor != other.AmountMinor
            ? AmountMinor > other.AmountMinor
            : string.CompareOrdinal(Currency, other.Currency) > 0;
    }
}
