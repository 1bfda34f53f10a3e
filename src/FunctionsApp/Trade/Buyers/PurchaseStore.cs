using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Buyers;

/// <summary>What each member bought: a row an order and the sums of all, in the member's own partition, changed in one transaction.</summary>
public sealed class PurchaseStore(PeopleTable table)
{
    const string SumsRow = "purchases";
    const string OrderPrefix = "purchase-";

    /// <summary>The member's books; null when they bought nothing yet.</summary>
    public async Task<PurchaseTotals?> FindAsync(string memberId) => (await table.FindAsync<PurchaseTotals>(memberId, SumsRow))?.Value;

    /// <summary>Takes in how an order stands now, in place of how it stood; the books afterwards. An earlier standing that comes late changes nothing.</summary>
    public Task<PurchaseTotals> RecordAsync(string memberId, Purchase now) => table.RetryAsync(async () =>
    {
        var key = OrderPrefix + EffectKey.Digest($"{now.Shop}/{now.OrderId}");
        var sums = await table.FindAsync<PurchaseTotals>(memberId, SumsRow);
        var before = await table.FindAsync<Purchase>(memberId, key);
        var totals = sums?.Value ?? new PurchaseTotals(memberId);
        if (before?.Value.Version >= now.Version) return totals;
        var after = totals.With(now, before?.Value);
        await table.CommitAsync(Row.Write(memberId, SumsRow, after, sums), Row.Write(memberId, key, now, before));
        return after;
    });
}
