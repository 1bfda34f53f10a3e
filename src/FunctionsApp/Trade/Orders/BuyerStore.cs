using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// The members that the buyers of a shop are, from a link or from the shop; the first one recorded stays.
/// </summary>
public sealed class BuyerStore(OrdersTable table)
{
    /// <summary>The member id; null for an unknown buyer.</summary>
    public async Task<string?> FindAsync(string shop, string buyerId)
    {
        var (partition, row) = KeyOf(shop, buyerId);
        return (await table.FindAsync<string>(partition, row))?.Value;
    }

    /// <summary>Records the member that the buyer is; an earlier record stays.</summary>
    public Task AddAsync(string shop, string buyerId, string memberId)
    {
        var (partition, row) = KeyOf(shop, buyerId);
        return table.TryCommitAsync(Row.Add(partition, row, memberId));
    }

    static (string Partition, string Row) KeyOf(string shop, string buyerId)
    {
        var digest = EffectKey.Digest(buyerId);
        return (PartitionOf(shop, digest), $"buyer-{digest}");
    }

    /// <summary>The partition of a buyer whose id has this digest.</summary>
    internal static string PartitionOf(string shop, string digest) => $"{shop}-buyers-{digest[..2]}";
}
