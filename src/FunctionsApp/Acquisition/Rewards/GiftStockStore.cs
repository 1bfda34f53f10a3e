using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// The stock of each gift, in its campaign's partition. A reservation has a name and a row of its own, written with the count in one transaction;
/// the row stays when it is given back, so that a late repeat of either step changes nothing.
/// </summary>
public sealed class GiftStockStore(CampaignsTable table, KeyedLock locks)
{
    /// <summary>True when one is reserved under this name, now or before; false when all <paramref name="of"/> are, or the name was given back.</summary>
    public Task<bool> ReserveAsync(string campaignId, string tierId, string reservation, int of) => RunAsync(campaignId, tierId, async () =>
    {
        if (await FindAsync(campaignId, reservation) is { } known) return !known.Value.IsReturned;
        var stock = await table.FindAsync<Stock>(campaignId, StockRow(tierId));
        if ((stock?.Value ?? new Stock(0)).Reserve(of) is not { } after) return false;
        await table.CommitAsync(
            Row.Add(campaignId, ReservationRow(reservation), new Reservation(IsReturned: false)),
            Row.Write(campaignId, StockRow(tierId), after, stock));
        return true;
    });

    /// <summary>Gives back what is reserved under this name.</summary>
    public Task ReturnAsync(string campaignId, string tierId, string reservation) => RunAsync(campaignId, tierId, async () =>
    {
        if (await FindAsync(campaignId, reservation) is not { Value.IsReturned: false } known) return false;
        var stock = await table.FindAsync<Stock>(campaignId, StockRow(tierId));
        await table.CommitAsync(
            Row.Write(campaignId, ReservationRow(reservation), new Reservation(IsReturned: true), known),
            Row.Write(campaignId, StockRow(tierId), stock!.Value.Return(), stock));
        return true;
    });

    Task<bool> RunAsync(string campaignId, string tierId, Func<Task<bool>> change) =>
        locks.RunAsync($"stock {campaignId} {tierId}", () => table.RetryAsync(change));

    Task<Stored<Reservation>?> FindAsync(string campaignId, string reservation) => table.FindAsync<Reservation>(campaignId, ReservationRow(reservation));

    static string StockRow(string tierId) => $"stock-{tierId}";

    static string ReservationRow(string reservation) => $"reservation-{reservation}";

    sealed record Reservation(bool IsReturned);
}
