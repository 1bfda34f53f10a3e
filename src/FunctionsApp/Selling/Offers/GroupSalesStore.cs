using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Offers;

/// <summary>
/// What each group sold, over all its offers, in a partition for each group: a row for each order of an offer and the
/// totals, written in one transaction. Campaigns are left out, because they are credited with orders of other offers.
/// </summary>
public sealed class GroupSalesStore(OffersTable table)
{
    const string TotalRow = "total";
    const string OrderPrefix = "order-";

    /// <summary>The totals of the group.</summary>
    public async Task<OfferTotals> FindAsync(string groupId) =>
        (await table.FindAsync<OfferTotals>(PartitionOf(groupId), TotalRow))?.Value ?? OfferTotals.None;

    /// <summary>
    /// Stores what an order is worth to the group of the sale, and takes it from the group that had it before. A repeat
    /// changes nothing.
    /// </summary>
    public async Task RecordAsync(OfferReference offer, OfferSale? before, OfferSale sale)
    {
        if (offer.Kind is OfferKind.Campaign) return;
        if (before is not null && before.GroupId != sale.GroupId)
            await RecordAsync(offer, before with { Counts = false });
        await RecordAsync(offer, sale);
    }

    Task<bool> RecordAsync(OfferReference offer, OfferSale sale)
    {
        var partition = PartitionOf(sale.GroupId);
        // The caller holds the lock of the offer, within which no other lock may be taken.
        return table.RetryAsync(async () =>
        {
            var key = OrderPrefix + EffectKey.Digest($"{offer.Key}\n{sale.OrderKey}");
            var read = await table.FindAsync<OfferTotals>(partition, key);
            if (read?.Value == sale.Contribution) return false;
            var total = await table.FindAsync<OfferTotals>(partition, TotalRow);
            var after = (total?.Value ?? OfferTotals.None).Replace(
                read?.Value ?? OfferTotals.None, sale.Contribution);
            await table.CommitAsync(
                Row.Write(partition, key, sale.Contribution, read), Row.Write(partition, TotalRow, after, total));
            return true;
        });
    }

    static string PartitionOf(string groupId) => $"group-{groupId}";
}
