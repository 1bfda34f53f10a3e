using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Buyers;

/// <summary>
/// The purchases of members: a row for each order and the totals, in the member's partition, written in one
/// transaction.
/// </summary>
public sealed class PurchaseStore(PeopleTable table)
{
    const string TotalsRow = "purchases";
    const string OrderPrefix = "purchase-";

    /// <summary>The totals of the member; null for a member without a purchase.</summary>
    public async Task<PurchaseTotals?> FindAsync(string memberId) =>
        (await table.FindAsync<PurchaseTotals>(memberId, TotalsRow))?.Value;

    /// <summary>
    /// Replaces the stored state of an order by its current one and returns the totals. An older version changes
    /// nothing.
    /// </summary>
    public Task<PurchaseTotals> RecordAsync(string memberId, Purchase current) =>
        table.RetryAsync(() => RecordOnceAsync(memberId, current));

    async Task<PurchaseTotals> RecordOnceAsync(string memberId, Purchase current)
    {
        var key = OrderPrefix + EffectKey.Digest($"{current.Shop}/{current.OrderId}");
        var read = await table.FindAsync<PurchaseTotals>(memberId, TotalsRow);
        var before = await table.FindAsync<Purchase>(memberId, key);
        var totals = read?.Value ?? new PurchaseTotals(memberId);
        if (before?.Value.Version >= current.Version) return totals;
        var after = totals.Replace(before?.Value, current);
        await table.CommitAsync(Row.Write(memberId, TotalsRow, after, read), Row.Write(memberId, key, current, before));
        return after;
    }
}
