using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// The stock of each gift, in the campaign's partition. A reservation has a row of its own, which changes with the
/// count in one transaction. The row stays after the return, so that a late repeat of either step has no effect.
/// </summary>
public sealed class GiftStockStore(CampaignsTable table, KeyedLock locks)
{
    /// <summary>
    /// Reserves one of <paramref name="total"/> under this name. True for a new reservation and for a repeat; false
    /// when all are reserved, or the reservation was returned.
    /// </summary>
    public Task<bool> ReserveAsync(string campaignId, string tierId, string reservation, int total) =>
        RunAsync(campaignId, tierId, async () =>
        {
            if (await FindAsync(campaignId, reservation) is { } stored) return !stored.Value.IsReturned;
            var stock = await table.FindAsync<Stock>(campaignId, StockRow(tierId));
            if ((stock?.Value ?? new Stock(0)).Reserve(total) is not { } after) return false;
            await table.CommitAsync(
                Row.Add(campaignId, ReservationRow(reservation), new Reservation(IsReturned: false)),
                Row.Write(campaignId, StockRow(tierId), after, stock));
            return true;
        });

    /// <summary>Returns the reservation of this name.</summary>
    public Task ReturnAsync(string campaignId, string tierId, string reservation) =>
        RunAsync(campaignId, tierId, async () =>
        {
            if (await FindAsync(campaignId, reservation) is not { Value.IsReturned: false } stored) return false;
            var stock = await table.FindAsync<Stock>(campaignId, StockRow(tierId));
            await table.CommitAsync(
                Row.Write(campaignId, ReservationRow(reservation), new Reservation(IsReturned: true), stored),
                Row.Write(campaignId, StockRow(tierId), stock!.Value.Return(), stock));
            return true;
        });

    static string StockRow(string tierId) => $"stock-{tierId}";

    static string ReservationRow(string reservation) => $"reservation-{reservation}";

    Task<bool> RunAsync(string campaignId, string tierId, Func<Task<bool>> change) =>
        locks.RunAsync($"stock {campaignId} {tierId}", () => table.RetryAsync(change));

    Task<Stored<Reservation>?> FindAsync(string campaignId, string reservation) =>
        table.FindAsync<Reservation>(campaignId, ReservationRow(reservation));

    sealed record Reservation(bool IsReturned);
}
