using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Offers;

/// <summary>
/// What offers sold: in each offer's partition a row an order, the totals of each group, and the totals of all. The rows that one order moves are
/// written in one transaction, so an order counts once however often it is told.
/// </summary>
public sealed class OfferSalesStore(OffersTable table, KeyedLock locks)
{
    const string StockRow = "stock";
    const string TotalRow = "total";
    const string GroupPrefix = "group-";
    const string SalePrefix = "sale-";

    /// <summary>Notes how much there is; the sequence is told at once where that much is sold already.</summary>
    public async Task SetStockAsync(OfferReference offer, OfferStock stock, DurableTaskClient durable)
    {
        await table.CommitAsync(Row.Put(offer.Key, StockRow, stock));
        await NotifyIfSoldOutAsync(offer, await TotalAsync(offer), durable);
    }

    /// <summary>Takes in how one order stands now, in place of how it stood; the offer's sequence hears of it when nothing is left.</summary>
    public async Task RecordAsync(OfferReference offer, OfferSale sale, DurableTaskClient durable) =>
        await NotifyIfSoldOutAsync(offer, await locks.RunAsync(offer.Key, () => table.RetryAsync(() => RecordOnceAsync(offer.Key, sale))), durable);

    /// <summary>What was sold in all groups.</summary>
    public async Task<OfferTotals> TotalAsync(OfferReference offer) => (await table.FindAsync<OfferTotals>(offer.Key, TotalRow))?.Value ?? OfferTotals.None;

    /// <summary>What was sold in one group.</summary>
    public async Task<OfferTotals> TotalAsync(OfferReference offer, string groupId) =>
        (await table.FindAsync<OfferTotals>(offer.Key, GroupPrefix + groupId))?.Value ?? OfferTotals.None;

    /// <summary>What was sold in each group where something was.</summary>
    public async Task<IReadOnlyDictionary<string, OfferTotals>> TotalsAsync(OfferReference offer) =>
        (await table.AllAsync<OfferTotals>(offer.Key, GroupPrefix)).ToDictionary(row => row.RowKey[GroupPrefix.Length..], row => row.Value, StringComparer.Ordinal);

    /// <summary>True when nothing is left of it.</summary>
    public async Task<bool> IsSoldOutAsync(OfferReference offer) => await IsSoldOutAsync(offer, await TotalAsync(offer));

    /// <summary>One page of the orders that were ever credited to the offer; those that no longer count say so.</summary>
    public async Task<Slice<OfferSale>> PageAsync(OfferReference offer, int size, string? continuation) =>
        (await table.PageAsync<OfferSale>(offer.Key, SalePrefix, size, continuation)).Map(sale => sale.Value);

    async Task<OfferTotals> RecordOnceAsync(string partition, OfferSale sale)
    {
        var key = SalePrefix + EffectKey.Digest(sale.OrderKey);
        var before = await table.FindAsync<OfferSale>(partition, key);
        var total = await table.FindAsync<OfferTotals>(partition, TotalRow);
        var all = (total?.Value ?? OfferTotals.None).With(before?.Value, sale);
        if (before?.Value == sale) return all;
        var rows = new[] { Row.Write(partition, key, sale, before), Row.Write(partition, TotalRow, all, total) }.ToList();
        foreach (var group in new[] { before?.Value.GroupId, sale.GroupId }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var read = await table.FindAsync<OfferTotals>(partition, GroupPrefix + group);
            var after = (read?.Value ?? OfferTotals.None).With(before?.Value.GroupId == group ? before.Value : null, sale.GroupId == group ? sale : null);
            rows.Add(Row.Write(partition, GroupPrefix + group, after, read));
        }

        await table.CommitAsync(rows);
        return all;
    }

    async Task<bool> IsSoldOutAsync(OfferReference offer, OfferTotals sold) =>
        (await table.FindAsync<OfferStock>(offer.Key, StockRow))?.Value.IsSoldOut(sold) ?? false;

    // Told again on every repeat: the first telling may have been lost to a crash, and the sequence hears it once more without harm.
    async Task NotifyIfSoldOutAsync(OfferReference offer, OfferTotals sold, DurableTaskClient durable)
    {
        if (await IsSoldOutAsync(offer, sold)) await durable.RaiseEventAsync(offer.Key, WorkflowEvents.SoldOut, "");
    }
}
