using Azure.Data.Tables;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Buyers;

/// <summary>An order of a shop.</summary>
public sealed record OrderKey(string Shop, string OrderId);

/// <summary>
/// The purchases of members: a row for each order, its place in the member's list and the totals, in the member's
/// partition, written in one transaction.
/// </summary>
public sealed class PurchaseStore(PeopleTable table)
{
    const string TotalsRow = "purchases";
    const string OrderPrefix = "purchase-";
    const string ListPrefix = "order-";

    /// <summary>The totals of the member; null for a member without a purchase.</summary>
    public async Task<PurchaseTotals?> FindAsync(string memberId) =>
        (await table.FindAsync<PurchaseTotals>(memberId, TotalsRow))?.Value;

    /// <summary>
    /// One page of the orders of which the member is or was the buyer, the latest payment first.
    /// </summary>
    public async Task<Slice<OrderKey>> PageAsync(string memberId, int size, string? continuation) =>
        (await table.PageAsync<OrderKey>(memberId, ListPrefix, size, continuation)).Map(order => order.Value);

    /// <summary>At most <paramref name="size"/> orders of which the member is or was the buyer, in no order.</summary>
    public async Task<IReadOnlyList<Purchase>> FindOrdersAsync(string memberId, int size)
    {
        var rows = await table.RowsAfterAsync<Purchase>(memberId, OrderPrefix, after: null, size);
        return [.. rows.Select(row => row.Value)];
    }

    /// <summary>
    /// When the member paid the orders that count, from an instant on, with one request for each 1,000 orders.
    /// </summary>
    public async Task<IReadOnlyList<DateTimeOffset>> PaidSinceAsync(string memberId, DateTimeOffset from)
    {
        var orders = await table.AllAsync<Purchase>(memberId, OrderPrefix);
        return [.. orders.Select(row => row.Value).Where(order => order.Counts && order.At >= from).Select(o => o.At)];
    }

    /// <summary>
    /// Replaces the stored state of an order by its current one and returns the totals. An older version changes
    /// nothing.
    /// </summary>
    public Task<PurchaseTotals> RecordAsync(string memberId, Purchase current) =>
        table.RetryAsync(() => RecordOnceAsync(memberId, current));

    async Task<PurchaseTotals> RecordOnceAsync(string memberId, Purchase current)
    {
        var key = OrderPrefix + DigestOf(current);
        var read = await table.FindAsync<PurchaseTotals>(memberId, TotalsRow);
        var before = await table.FindAsync<Purchase>(memberId, key);
        var totals = read?.Value ?? new PurchaseTotals(memberId);
        if (before?.Value.Version >= current.Version) return totals;
        var after = totals.Replace(before?.Value, current);
        List<TableTransactionAction> rows =
        [
            Row.Write(memberId, TotalsRow, after, read),
            Row.Write(memberId, key, current, before),
            Row.Put(memberId, ListKey(current), new OrderKey(current.Shop, current.OrderId)),
        ];
        if (before is not null && ListKey(before.Value) is var old && old != ListKey(current)
            && await table.FindAsync<OrderKey>(memberId, old) is { } listed)
            rows.Add(Row.Delete(memberId, old, listed.ETag));
        await table.CommitAsync(rows);
        return after;
    }

    static string ListKey(Purchase purchase) =>
        $"{ListPrefix}{TableKey.LatestFirst(purchase.At)}-{DigestOf(purchase)}";

    static string DigestOf(Purchase purchase) => EffectKey.Digest($"{purchase.Shop}/{purchase.OrderId}");
}
