using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Which sale has a group, and since when it says so.</summary>
public sealed record FlashGroupClaim(string FlashSaleId, DateTimeOffset At);

/// <summary>
/// Groups are given to one sale each, for good. The claim is written before the sale, and a request may end between the two: a claim by a sale that is
/// still not there when no request can be under way any more is anybody's.
/// </summary>
public sealed class FlashGroupClaimStore(GroupsTable table, FlashSaleStore sales, TimeProvider clock)
{
    /// <summary>Longer than any request goes on: Azure's load balancer gives one up after 230 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    const string ClaimRow = "flash-sale";

    /// <summary>The sale that has the group; null when none does.</summary>
    public async Task<string?> FindAsync(string groupId) => (await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow))?.Value.FlashSaleId;

    /// <summary>Gives the group to the sale; the answer is the sale that has it, which may be another, and whether this very call gave it.</summary>
    public Task<(string Owner, bool IsNew)> ClaimAsync(string groupId, string flashSaleId) => table.RetryAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var read = await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow);
        var isFresh = read is not null && now - read.Value.At < Patience;
        var isOurs = read?.Value.FlashSaleId == flashSaleId;
        if (isOurs && isFresh) return (flashSaleId, false);
        if (read is not null && !isOurs && (isFresh || await sales.FindAsync(read.Value.FlashSaleId) is not null)) return (read.Value.FlashSaleId, false);
        await table.CommitAsync(Row.Write(groupId, ClaimRow, new FlashGroupClaim(flashSaleId, now), read));
        return (flashSaleId, !isOurs);
    });

    /// <summary>Takes the group from a sale that is not going to be.</summary>
    public async Task ReleaseAsync(string groupId, string flashSaleId)
    {
        if (await table.FindAsync<FlashGroupClaim>(groupId, ClaimRow) is { } read && read.Value.FlashSaleId == flashSaleId)
            await table.TryAddAsync(Row.Delete(groupId, ClaimRow, read.ETag));
    }
}
