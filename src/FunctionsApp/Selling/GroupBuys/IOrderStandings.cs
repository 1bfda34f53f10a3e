using Community.Selling.GroupBuys;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// What shops told about orders. Trade implements it, because Selling comes before Trade.
/// </summary>
public interface IOrderStandings
{
    /// <summary>True for a shop of the settings.</summary>
    bool IsShop(string shop);

    /// <summary>
    /// The standing of an order of the shop, or of any shop for null; <see cref="OrderStanding.Unknown"/> until the
    /// shop tells of it.
    /// </summary>
    Task<OrderStanding> FindAsync(string? shop, string orderId);
}
