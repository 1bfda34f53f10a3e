using System.Globalization;

namespace Community.Trade.Orders;

/// <summary>A line of an order; <paramref name="AmountMinor"/> is for all of its <paramref name="Quantity"/>.</summary>
public sealed record OrderItem(string Sku, string Name, int Quantity, long AmountMinor);

/// <summary>
/// That an order is paid, as a shop told it. Shops restate an order when it is edited: the statement with the latest <see cref="AsOf"/> counts, and
/// one that a person imported counts less than any that the shop signed.
/// </summary>
public sealed record Payment(long AmountMinor, string Currency, DateTimeOffset PaidAt, DateTimeOffset AsOf)
{
    /// <summary>How many lines of an order are kept; an order's <see cref="Units"/> count all of them.</summary>
    public const int MaxItems = 50;

    /// <summary>The shop's own id of the buyer; null for a guest.</summary>
    public string? BuyerId { get; init; }

    /// <summary>The member who bought, where the shop knows.</summary>
    public string? MemberId { get; init; }

    /// <summary>The code of the link that led to the order, where the order carries one.</summary>
    public string? LinkCode { get; init; }

    /// <summary>The lines, at most <see cref="MaxItems"/>.</summary>
    public IReadOnlyList<OrderItem> Items { get; init; } = [];

    /// <summary>How many things were bought.</summary>
    public int Units { get; init; } = 1;

    /// <summary>True for a line of an imported file.</summary>
    public bool IsImported { get; init; }

    /// <summary>Whether this statement counts in place of the other; ties are settled by what they say, never by which arrived first.</summary>
    internal bool Supersedes(Payment? other)
    {
        if (other is null) return true;
        if (IsImported != other.IsImported) return !IsImported;
        return AsOf != other.AsOf ? AsOf > other.AsOf : string.CompareOrdinal(Statement, other.Statement) > 0;
    }

    string Statement => string.Join(
        '\n',
        [
            AmountMinor.ToString(CultureInfo.InvariantCulture), Currency, PaidAt.UtcTicks.ToString(CultureInfo.InvariantCulture), BuyerId, MemberId, LinkCode,
            Units.ToString(CultureInfo.InvariantCulture), .. Items.Select(item => item.ToString()),
        ]);
}

/// <summary>Money given back, once per <paramref name="RefundId"/>.</summary>
public sealed record Refund(string RefundId, long AmountMinor, string Currency);

/// <summary>What had been given back in all, as an imported file says.</summary>
public sealed record RefundTotal(long AmountMinor, string Currency);
