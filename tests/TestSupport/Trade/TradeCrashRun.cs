using System.Diagnostics;
using System.Globalization;
using TestSupport.Crashes;
using TestSupport.LocalApp;

namespace TestSupport.Trade;

/// <summary>The result of a <see cref="TradeCrashRun"/>.</summary>
public sealed record TradeReport(
    int Events,
    int Kills,
    int Seed,
    int Acknowledged,
    int Repeated,
    TradeTotals Totals,
    (int Orders, int Units, long RevenueMinor) Sold,
    StoreResidue Residue,
    bool IsCorrect,
    TimeSpan CompletedAfter,
    IReadOnlyCollection<string> LoggedFailures)
{
    /// <summary>True when every acknowledged event is counted once everywhere.</summary>
    public bool IsSound => IsCorrect && Acknowledged == Events && Residue.Poisoned == 0 && LoggedFailures.Count == 0;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
CultureInfo.InvariantCulture,
            $"seed {Seed}, {Kills} kills; {Events} events, {Acknowledged} acknowledged, {Repeated} repeated; "
            + $"{Totals}; sold {Sold}; {Residue}; correct: {IsCorrect}, "
        )
        + string.Create(
CultureInfo.InvariantCulture,
            $"{CompletedAfter.TotalSeconds:0.0} s after the last restart; failures logged: "
            + $"{string.Join(" | ", LoggedFailures)}"
        );
}

/// <summary>
/// Sends the webhooks of a shop to an app that is killed at random instants, and compares the totals.
/// </summary>
public static class TradeCrashRun
{
    static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Runs on a new store at this path and waits at most <paramref name="limit"/> after the last restart.
    /// </summary>
    public static async Task<TradeReport> RunAsync(
        int events,
        int kills,
        int seed,
        TimeSpan maxUptime,
        string store,
        TimeSpan limit)
    {
        var day = new TradeDay(events, seed);
        await TradeTotals.CreateLinkAsync(store);
        var report = await RunAppAsync(day, new KillPlan(events, kills, seed, maxUptime), store, limit);
        var sold = await TradeTotals.SoldAsync(store);
        var counting = day.Orders.Where(order => order.Counts).ToList();
        var isCorrect =
            report.IsCorrect
            && sold == (counting.Count, counting.Count, counting.Sum(order => order.AmountMinor - order.RefundedMinor));
        return report with { Sold = sold, IsCorrect = isCorrect, Residue = await StoreResidue.ReadAsync(store) };
    }

    static async Task<TradeReport> RunAppAsync(TradeDay day, KillPlan plan, string store, TimeSpan limit)
    {
        await using var app = await AppProcess.StartAsync(store, settings: TradeDay.Settings);
        using var client = new OperatorClient(app.Address);
        using var sender = new RetryingSender<ShopEvent>(
            app,
            shopEvent => client.SendAsync(SignedEvents.FromShop(TradeDay.Shop, shopEvent.Id, shopEvent.Body)),
            day.Events);
        var sending = sender.RunAsync();
        await ProcessKiller.RunAsync(app, plan, sender.Release);
        var restarted = Stopwatch.GetTimestamp();
        await sending;
        using var reads = new PeriodicTimer(ReadInterval);
        while (true)
        {
            var totals = await TradeTotals.ReadAsync(day, client);
            var elapsed = Stopwatch.GetElapsedTime(restarted);
            if (totals.Match(day) || elapsed > limit)
            {
                return new TradeReport(
                    day.Events.Count,
                    plan.Kills,
                    plan.Seed,
                    sender.Acknowledged,
                    sender.Repeated,
                    totals,
                    default,
                    new StoreResidue(0, 0, 0),
                    totals.Match(day),
                    elapsed,
                    app.LoggedFailures);
            }

            await reads.WaitForNextTickAsync();
        }
    }
}
