using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>The group-buy in which an order was named; a null <paramref name="Shop"/> is any shop.</summary>
public sealed record OrderClaim(string GroupBuyId, string? Shop)
{
    /// <summary>True when both can mean the same order.</summary>
    public bool IsOf(string? shop) => Shop is null || shop is null || Shop == shop;
}

/// <summary>
/// Which group-buy an order belongs to, for good: it is written before the order gets its place, and leads from what a
/// shop tells about the order to the group-buy.
/// </summary>
public sealed class OrderClaimStore(GroupBuysTable table)
{
    const string Prefix = "claim-";

    /// <summary>The claims of orders with this id, one for each shop at most.</summary>
    public async Task<IReadOnlyList<OrderClaim>> FindAsync(string orderId) =>
        [.. (await table.AllAsync<OrderClaim>(PartitionOf(orderId), Prefix)).Select(row => row.Value)];

    /// <summary>Claims the order unless another group-buy has it; returns the id of the one that has it.</summary>
    public async Task<string> ClaimAsync(string orderId, OrderClaim claim)
    {
        if ((await FindAsync(orderId)).FirstOrDefault(known => known.IsOf(claim.Shop)) is { } known)
            return known.GroupBuyId;
        if (await table.TryCommitAsync(Row.Add(PartitionOf(orderId), RowKeyOf(claim), claim))) return claim.GroupBuyId;
        return (await FindAsync(orderId)).First(other => other.IsOf(claim.Shop)).GroupBuyId;
    }

    /// <summary>Deletes the claims of a group-buy whose teams are deleted.</summary>
    public Task ForgetAsync(string orderId, OrderClaim claim) =>
        table.DeleteIfExistsAsync(PartitionOf(orderId), [RowKeyOf(claim)]);

    // A digest, because ids of orders hold any character. No id of a group-buy has a tilde.
    static string PartitionOf(string orderId) => $"order~{EffectKey.Digest(orderId)}";

    static string RowKeyOf(OrderClaim claim) => claim.Shop is { } shop ? $"{Prefix}of-{shop}" : $"{Prefix}any";
}
