using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The claim of a sale to a group.</summary>
public sealed record FlashGroupClaim(string FlashSaleId, DateTimeOffset At);

/// <summary>
/// The claims of sales to groups. A group has one sale, permanently. The claim is stored before the sale, and a request
/// may fail in between: another sale may take over a claim whose sale does not exist after <see cref="ClaimTimeout"/>.
/// </summary>
public sealed class FlashGroupClaimStore(GroupsTable table, FlashSaleStore sales, TimeProvider clock)
{
    /// <summary>Longer than any request: the load balancer of Azure ends a request after 230 s.</summary>
    public static readonly TimeSpan ClaimTimeout = TimeSpan.FromMinutes(10);

    const string ClaimRow = "flash-sale";

    /// <summary>The sale that has the group; null when none does.</summary>
    public async Task<string?> FindAsync(string groupId) =>
        (await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow))?.Value.FlashSaleId;

    /// <summary>
    /// Claims the group for the sale. The result is the sale that has the group, and whether this call created the
    /// claim.
    /// </summary>
    public Task<(string Owner, bool IsNew)> ClaimAsync(string groupId, string flashSaleId) =>
        table.RetryAsync(() => TryClaimAsync(groupId, flashSaleId));

    /// <summary>Deletes the claim of a sale that is not created.</summary>
    public async Task ReleaseAsync(string groupId, string flashSaleId)
    {
        var read = await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow);
        if (read?.Value.FlashSaleId == flashSaleId)
            await table.TryCommitAsync(Row.Delete(groupId, ClaimRow, read.ETag));
    }

    async Task<(string Owner, bool IsNew)> TryClaimAsync(string groupId, string flashSaleId)
    {
        var now = clock.GetUtcNow();
        var read = await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow);
        var isOwn = read?.Value.FlashSaleId == flashSaleId;
        if (read is not null && now - read.Value.At < ClaimTimeout) return (read.Value.FlashSaleId, false);
        if (read is not null && !isOwn && await sales.FindAsync(read.Value.FlashSaleId) is not null)
            return (read.Value.FlashSaleId, false);
        await table.CommitAsync(Row.Write(groupId, ClaimRow, new FlashGroupClaim(flashSaleId, now), read));
        return (flashSaleId, !isOwn);
    }
}
