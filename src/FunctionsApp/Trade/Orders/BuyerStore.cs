using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>Which member a shop's buyer is, once a link or the shop itself has told: the first that was told stays.</summary>
public sealed class BuyerStore(OrdersTable table)
{
    /// <summary>The member; null for a buyer who was never seen with one.</summary>
    public async Task<string?> FindAsync(string shop, string buyerId)
    {
        var (partition, row) = KeyOf(shop, buyerId);
        return (await table.FindAsync<string>(partition, row))?.Value;
    }

    /// <summary>Notes whom the buyer was seen with.</summary>
    public Task AddAsync(string shop, string buyerId, string memberId)
    {
        var (partition, row) = KeyOf(shop, buyerId);
        return table.TryAddAsync(Row.Add(partition, row, memberId));
    }

    static (string Partition, string Row) KeyOf(string shop, string buyerId)
    {
        var digest = EffectKey.Digest(buyerId);
        return ($"{shop}-buyers-{digest[..2]}", $"buyer-{digest}");
    }
}
