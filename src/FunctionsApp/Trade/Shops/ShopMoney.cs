using Community.Platform;
using Community.Trade.Orders;

namespace FunctionsApp.Trade.Shops;

/// <summary>Reads amounts of money in messages of shops.</summary>
public static class ShopMoney
{
    /// <summary>The limit of the quantity in one line of an order.</summary>
    public const int MaxQuantity = 1_000_000;

    /// <summary>An ISO 4217 currency.</summary>
    public static string Currency(this JsonPart part) =>
        part.Text(4) is var name && Money.IsCurrency(name) ? name : throw part.Error("must be an ISO 4217 currency.");

    /// <summary>
    /// A decimal amount, converted to minor units; negated first where the shop writes negative amounts.
    /// </summary>
    public static long Minor(this JsonPart part, string currency, bool isNegated = false) =>
        Money.Minor(isNegated ? -part.Amount() : part.Amount(), currency)
        ?? throw part.Error("must be an amount that is not negative.");

    /// <summary>The payment with its first lines, up to the limit, and the quantity of all lines.</summary>
    public static Payment WithItems(this Payment payment, IEnumerable<OrderItem> items)
    {
        var all = items.ToList();
        var units = all.Sum(item => (long)item.Quantity);
        return payment with
        {
            Items = [.. all.Take(Payment.MaxItems)],
            Units = all.Count == 0 ? 1 : (int)Math.Min(units, int.MaxValue),
        };
    }
}
