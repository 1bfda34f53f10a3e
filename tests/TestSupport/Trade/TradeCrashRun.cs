using System.Diagnostics;
using TestSupport.Crashes;
using TestSupport.LocalApp;

namespace TestSupport.Trade;

/// <summary>What came of a day under kills.</summary>
public sealed record TradeReport(
    int Events, int Kills, int Seed, int Acknowledged, int Repeated, TradeTotals Totals, (int Orders, int Units, long RevenueMinor) Sold, StoreResidue Remains, bool IsRight,
    TimeSpan Drained, IReadOnlyCollection<string> Complaints)
{
    /// <summary>Everything acknowledged counted, and counted once, everywhere.</summary>
    public bool IsSound => IsRight && Acknowledged == Events && Remains.Poisoned == 0 && Complaints.Count == 0;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant(
        $"seed {Seed}, {Kills} kills; {Events} events, {Acknowledged} acknowledged, {Repeated} told again; {Totals}; sold {Sold}; {Remains}; right: {IsRight}, ")
        + FormattableString.Invariant($"{Drained.TotalSeconds:0.0} s after the last restart; failures logged: {string.Join(" | ", Complaints)}");
}

/// <summary>A shop's day told to an app that is killed at random instants, and what its books say in the end.</summary>
public static class TradeCrashRun
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>So many events and kills on the store at this path, which is new; waits at most so long after the last restart.</summary>
    public static async Task<TradeReport> RunAsync(int events, int kills, int seed, TimeSpan longestLife, string store, TimeSpan patience)
    {
        var day = new TradeDay(events, seed);
        await TradeTotals.HaveLinkAsync(store);
        var report = await RunAppAsync(day, new KillPlan(events, kills, seed, longestLife), store, patience);
        var sold = await TradeTotals.SoldAsync(store);
        var counting = day.Orders.Where(order => order.Counts).ToList();
        var right = report.IsRight && sold == (counting.Count, counting.Count, counting.Sum(order => order.AmountMinor - order.RefundedMinor));
        return report with { Sold = sold, IsRight = right, Remains = await StoreResidue.ReadAsync(store) };
    }

    static async Task<TradeReport> RunAppAsync(TradeDay day, KillPlan plan, string store, TimeSpan patience)
    {
        await using var app = await AppProcess.StartAsync(store, settings: TradeDay.Settings);
        using var client = new OperatorClient(app.Address);
        using var teller = new RetryingSender<ShopEvent>(app, told => client.SendAsync(SignedEvents.OfShop(TradeDay.Shop, told.Id, told.Body)), day.Events);
        var telling = teller.RunAsync();
        await ProcessKiller.RunAsync(app, plan, teller.Release);
        var restarted = Stopwatch.GetTimestamp();
        await telling;
        using var looks = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            var books = await TradeTotals.ReadAsync(day, client);
            var took = Stopwatch.GetElapsedTime(restarted);
            if (books.Match(day) || took > patience)
            {
                return new TradeReport(
                    day.Events.Count, plan.Kills, plan.Seed, teller.Acknowledged, teller.Repeated, books, default, new StoreResidue(0, 0, 0), books.Match(day), took, app.Complaints);
            }

            await looks.WaitForNextTickAsync();
        }
    }
}
