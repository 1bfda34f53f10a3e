using System.Globalization;
using Benchmarks.Figures;
using TestSupport.Trade;

namespace Benchmarks.Orders;

/// <summary>Ten thousand webhooks of a shop with twenty kills: every acknowledged event is counted once.</summary>
static class TradeProof
{
    const int Events = 10_000;
    const int Kills = 20;

    static readonly TimeSpan MaxUptime = TimeSpan.FromSeconds(6);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("trade-proof-");
        var seed = Random.Shared.Next();
        Console.WriteLine($"A shop's day with seed {seed}, store {folder.FullName}");
        var report = await TradeCrashRun.RunAsync(
            Events,
            Kills,
            seed,
            MaxUptime,
            Path.Combine(folder.FullName, "local.db"),
            Limit);
        if (report.IsSound)
            folder.Delete(recursive: true);
        return
        [
            new Figure(
                $"Shop events counted once under {Kills} x kill -9",
                string.Create(CultureInfo.InvariantCulture, $"{(report.IsSound ? Events : 0)}"),
                string.Create(CultureInfo.InvariantCulture, $"= {Events}"),
                report.IsSound,
                $"{report}"),
        ];
    }
}
