using System.Globalization;
using Benchmarks.Figures;
using TestSupport.Crashes;

namespace Benchmarks.Crashes;

/// <summary>A thousand joins under twenty kills: nothing acknowledged may be lost, and nothing done twice.</summary>
static class CrashProof
{
    // Longer than the two minutes after which a delivery that a dead process was sending is given up as uncertain.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("crash-proof-");
        var plan = new CrashPlan(Joins: 1_000, Groups: 100, Kills: 20, Seed: Random.Shared.Next()) { MaxUptime = TimeSpan.FromSeconds(2.5) };
        Console.WriteLine($"Crashes with seed {plan.Seed}, store {folder.FullName}");
        var report = await CrashRun.RunAsync(plan, Path.Combine(folder.FullName, "local.db"), aftermath => aftermath.IsSettled, Patience);
        var met = report.IsSound && report.Aftermath.IsSettled && report.Remains.Queued == 0;
        if (met) folder.Delete(recursive: true);
        return
        [
            new Figure(
                $"Joins counted and welcomed once under {plan.Kills} x kill -9",
                string.Create(CultureInfo.InvariantCulture, $"{Math.Min(report.Aftermath.Members, report.Aftermath.Welcomed)}"),
                string.Create(CultureInfo.InvariantCulture, $"= {plan.Joins}"),
                met,
                $"{report}"),
        ];
    }
}
