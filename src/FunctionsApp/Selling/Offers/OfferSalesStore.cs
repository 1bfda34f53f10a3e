using Azure.Data.Tables;
using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Offers;

/// <summary>
/// Sales of offers. The partition of an offer has a row for each order, the totals of each group and the totals of all
/// groups. One transaction writes the rows that an order changes, so a repeated order counts once. What the group sold
/// over all offers is written before it: after a crash the offer does not know the order, and a repeat writes both.
/// </summary>
public sealed class OfferSalesStore(OffersTable table, GroupSalesStore groupSales, KeyedLock locks)
{
    const string StockRow = "stock";
    const string TotalRow = "total";
    const string GroupPrefix = "group-";
    const string SalePrefix = "sale-";

    /// <summary>
    /// Stores the stock of an offer. The offer's orchestration is notified when that much is already sold.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> SetStockAsync(OfferReference offer, OfferStock stock)
    {
        await table.CommitAsync(Row.Put(offer.Key, StockRow, stock));
        return await SoldOutActionsAsync(offer, await TotalAsync(offer));
    }

    /// <summary>
    /// Stores the current state of an order. The offer's orchestration is notified when no stock is left.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> RecordAsync(OfferReference offer, OfferSale sale)
    {
        var total = await locks.RunAsync(offer.Key, () => table.RetryAsync(() => RecordOnceAsync(offer, sale)));
        return await SoldOutActionsAsync(offer, total);
    }

    /// <summary>The totals of all groups.</summary>
    public async Task<OfferTotals> TotalAsync(OfferReference offer) => await FindTotalsAsync(offer, TotalRow);

    /// <summary>The totals of one group.</summary>
    public async Task<OfferTotals> TotalAsync(OfferReference offer, string groupId) =>
        await FindTotalsAsync(offer, GroupPrefix + groupId);

    /// <summary>The totals by group, for the groups with orders.</summary>
    public async Task<IReadOnlyDictionary<string, OfferTotals>> TotalsAsync(OfferReference offer)
    {
        var rows = await table.AllAsync<OfferTotals>(offer.Key, GroupPrefix);
        return rows.ToDictionary(row => row.RowKey[GroupPrefix.Length..], row => row.Value, StringComparer.Ordinal);
    }

    public async Task<bool> IsSoldOutAsync(OfferReference offer) =>
        await IsSoldOutAsync(offer, await TotalAsync(offer));

    /// <summary>
    /// One page of the orders that were ever credited to the offer, including those that no longer count.
    /// </summary>
    public async Task<Slice<OfferSale>> PageAsync(OfferReference offer, int size, string? continuation) =>
        (await table.PageAsync<OfferSale>(offer.Key, SalePrefix, size, continuation)).Map(sale => sale.Value);

    async Task<OfferTotals> FindTotalsAsync(OfferReference offer, string row) =>
        (await table.FindAsync<OfferTotals>(offer.Key, row))?.Value ?? OfferTotals.None;

    async Task<OfferTotals> RecordOnceAsync(OfferReference offer, OfferSale sale)
    {
        var partition = offer.Key;
        var key = SalePrefix + EffectKey.Digest(sale.OrderKey);
        var before = await table.FindAsync<OfferSale>(partition, key);
        var total = await table.FindAsync<OfferTotals>(partition, TotalRow);
        var totalAfter = (total?.Value ?? OfferTotals.None).Replace(before?.Value, sale);
        if (before?.Value == sale) return totalAfter;
        await groupSales.RecordAsync(offer, before?.Value, sale);
        var groups = new[] { before?.Value.GroupId, sale.GroupId }.OfType<string>().Distinct(StringComparer.Ordinal);
        List<TableTransactionAction> rows =
            [Row.Write(partition, key, sale, before), Row.Write(partition, TotalRow, totalAfter, total)];
        foreach (var group in groups) rows.Add(await GroupTotalAsync(partition, group, before?.Value, sale));
        await table.CommitAsync(rows);
        return totalAfter;
    }

    async Task<TableTransactionAction> GroupTotalAsync(
        string partition, string group, OfferSale? before, OfferSale after)
    {
        var read = await table.FindAsync<OfferTotals>(partition, GroupPrefix + group);
        var total = (read?.Value ?? OfferTotals.None).Replace(
            before?.GroupId == group ? before : null,
            after.GroupId == group ? after : null);
        return Row.Write(partition, GroupPrefix + group, total, read);
    }

    async Task<bool> IsSoldOutAsync(OfferReference offer, OfferTotals sold) =>
        (await table.FindAsync<OfferStock>(offer.Key, StockRow))?.Value.IsSoldOut(sold) ?? false;

    // A repeat returns the action again, because a crash may have lost the first one; the orchestration accepts it
    // twice.
    async Task<IReadOnlyList<DurableAction>> SoldOutActionsAsync(OfferReference offer, OfferTotals sold) =>
        await IsSoldOutAsync(offer, sold)
            ? [new DurableAction.Raise(offer.Key, WorkflowEvents.SoldOut)]
            : DurableAction.None;
}
