using System.Diagnostics;
using Community.Selling.GroupBuys;
using Community.Trade.Orders;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Orders;

/// <summary>Tells group-buys whether orders are paid or refunded.</summary>
public sealed class OrderStandings(ShopRegistry shops, OrderStore orders) : IOrderStandings
{
    /// <inheritdoc />
    public bool IsShop(string shop) => shops.Find(shop) is not null;

    /// <inheritdoc />
    public async Task<OrderStanding> FindAsync(string? shop, string orderId)
    {
        foreach (var name in shop is null ? shops.All.Select(any => any.Name) : [shop])
        {
            if (await orders.FindAsync(name, orderId) is { Value.Order: var order }
                && StandingOf(order) is not OrderStanding.Unknown and var standing) return standing;
        }

        return OrderStanding.Unknown;
    }

    internal static OrderStanding StandingOf(Order order) => order.State switch
    {
        OrderState.Waiting => OrderStanding.Unknown,
        OrderState.Paid or OrderState.PartlyRefunded => OrderStanding.Paid,
        OrderState.Refunded or OrderState.Cancelled => OrderStanding.Refunded,
        _ => throw new UnreachableException(),
    };
}
