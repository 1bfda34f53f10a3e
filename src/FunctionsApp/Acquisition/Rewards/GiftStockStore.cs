using System.Globalization;
using Azure.Data.Tables;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// The stock of each gift, in the campaign's partition. Every change writes the row of the stock, so changes of one
/// gift follow each other. A reservation has a row of its own, which stays after the return, so that a late repeat of
/// either step has no effect. Rewards that wait have rows in the order in which they were earned.
/// </summary>
public sealed class GiftStockStore(CampaignsTable table, KeyedLock locks)
{
    /// <summary>The most gifts that one call passes on.</summary>
    public const int MaxPassedOn = 20;

    /// <summary>
    /// Reserves one gift, or lets the reward wait for one. <paramref name="total"/> is null when no tier has the gift
    /// any more; the last known number then holds. True for a new reservation and for a repeat; false when the reward
    /// waits, or the reservation was returned.
    /// </summary>
    public Task<bool> ReserveAsync(string campaignId, GiftClaim claim, int? total) =>
        RunAsync(campaignId, claim.Gift, async () =>
        {
            if (await FindReservationAsync(campaignId, claim) is { } stored) return !stored.Value.IsReturned;
            var read = await FindStockAsync(campaignId, claim.Gift);
            var wait = await FindWaitAsync(campaignId, claim);
            var stock = read?.Value ?? new Stock(0);
            stock = stock with { Total = total ?? stock.Total ?? claim.Stock };
            var first = stock.Waiting > 0 ? await FindFirstWaitAsync(campaignId, claim.Gift) : null;
            var isNext = first is null || string.CompareOrdinal(WaitRow(claim), first.RowKey) <= 0;
            if (isNext && stock.Reserve(stock.Total.Value) is { } reserved)
            {
                List<TableTransactionAction> rows =
                    [Row.Add(campaignId, ReservationRow(claim), new Reservation(IsReturned: false))];
                EndWait(campaignId, wait, rows, ref reserved);
                rows.Add(Row.Write(campaignId, StockRow(claim.Gift), reserved, read));
                await table.CommitAsync(rows);
                return true;
            }

            if (wait is not null && stock == read?.Value) return false;
            await table.CommitAsync(
                Row.Write(campaignId, WaitRow(claim), claim, wait),
                Row.Write(campaignId, StockRow(claim.Gift), wait is null ? stock.Wait() : stock, read));
            return false;
        });

    /// <summary>Returns the reservation, or ends the wait for one.</summary>
    public Task ReturnAsync(string campaignId, GiftClaim claim) =>
        RunAsync(campaignId, claim.Gift, async () =>
        {
            var reservation = await FindReservationAsync(campaignId, claim);
            if (reservation is { Value.IsReturned: true }) return false;
            var read = await FindStockAsync(campaignId, claim.Gift);
            var wait = await FindWaitAsync(campaignId, claim);
            var stock = read?.Value ?? new Stock(0);
            if (reservation is not null) stock = stock.Return();
            List<TableTransactionAction> rows =
                [Row.Write(campaignId, ReservationRow(claim), new Reservation(IsReturned: true), reservation)];
            EndWait(campaignId, wait, rows, ref stock);
            rows.Add(Row.Write(campaignId, StockRow(claim.Gift), stock, read));
            await table.CommitAsync(rows);
            return true;
        });

    /// <summary>
    /// Reserves what is free for the rewards that wait, those earned first. The result has at most
    /// <see cref="MaxPassedOn"/> claims that are to be recorded and confirmed, also those of an earlier call.
    /// </summary>
    public async Task<IReadOnlyList<GiftClaim>> PassOnAsync(string campaignId, string gift, int? total)
    {
        var given = await table.RowsAfterAsync<GiftClaim>(campaignId, GivenPrefix(gift), after: null, MaxPassedOn);
        List<GiftClaim> claims = [.. given.Select(row => row.Value)];
        while (claims.Count < MaxPassedOn && await PassOneOnAsync(campaignId, gift, total) is { } claim)
            claims.Add(claim);
        return claims;
    }

    /// <summary>Records that the owner of a gift that was passed on knows it.</summary>
    public Task ConfirmAsync(string campaignId, GiftClaim claim) => table.RetryAsync(async () =>
    {
        if (await table.FindAsync<GiftClaim>(campaignId, GivenRow(claim)) is { } given)
            await table.CommitAsync(Row.Delete(campaignId, given.RowKey, given.ETag));
        return true;
    });

    static string StockRow(string gift) => $"stock-{gift}";

    static string ReservationRow(GiftClaim claim) => $"reservation-{claim.Reservation}";

    static string WaitPrefix(string gift) => $"wait-{gift}-";

    static string WaitRow(GiftClaim claim) => string.Create(
        CultureInfo.InvariantCulture, $"{WaitPrefix(claim.Gift)}{claim.EarnedAt.UtcTicks:d19}-{claim.RewardId}");

    static string GivenPrefix(string gift) => $"given-{gift}-";

    static string GivenRow(GiftClaim claim) => GivenPrefix(claim.Gift) + claim.Reservation;

    static void EndWait(
        string campaignId, Stored<GiftClaim>? wait, List<TableTransactionAction> rows, ref Stock stock)
    {
        if (wait is null) return;
        rows.Add(Row.Delete(campaignId, wait.RowKey, wait.ETag));
        stock = stock.StopWaiting();
    }

    Task<GiftClaim?> PassOneOnAsync(string campaignId, string gift, int? total) =>
        RunAsync(campaignId, gift, async () =>
        {
            var read = await FindStockAsync(campaignId, gift);
            if (read is not { Value: { Waiting: > 0 } stock }) return null;
            if (stock.Reserve(total ?? stock.Total ?? 0) is not { } reserved) return null;
            if (await FindFirstWaitAsync(campaignId, gift) is not { Value: var claim } wait) return null;
            await table.CommitAsync(
                Row.Delete(campaignId, wait.RowKey, wait.ETag),
                Row.Add(campaignId, ReservationRow(claim), new Reservation(IsReturned: false)),
                Row.Add(campaignId, GivenRow(claim), claim),
                Row.Write(campaignId, StockRow(gift), reserved.StopWaiting(), read));
            return claim;
        });

    Task<T> RunAsync<T>(string campaignId, string gift, Func<Task<T>> change) =>
        locks.RunAsync($"stock {campaignId} {gift}", () => table.RetryAsync(change));

    Task<Stored<Stock>?> FindStockAsync(string campaignId, string gift) =>
        table.FindAsync<Stock>(campaignId, StockRow(gift));

    Task<Stored<Reservation>?> FindReservationAsync(string campaignId, GiftClaim claim) =>
        table.FindAsync<Reservation>(campaignId, ReservationRow(claim));

    Task<Stored<GiftClaim>?> FindWaitAsync(string campaignId, GiftClaim claim) =>
        table.FindAsync<GiftClaim>(campaignId, WaitRow(claim));

    async Task<Stored<GiftClaim>?> FindFirstWaitAsync(string campaignId, string gift) =>
        (await table.RowsAfterAsync<GiftClaim>(campaignId, WaitPrefix(gift), after: null, size: 1)) is [var first]
            ? first
            : null;

    sealed record Reservation(bool IsReturned);
}
