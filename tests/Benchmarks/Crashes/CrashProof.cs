using System.Globalization;
using Benchmarks.Figures;
using TestSupport.Crashes;

namespace Benchmarks.Crashes;

/// <summary>A thousand joins with twenty kills: no acknowledged join is lost, and none is handled twice.</summary>
static class CrashProof
{
    // A delivery of a killed process becomes uncertain after two minutes.
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("crash-proof-");
        var plan = new CrashPlan(Joins: 1_000, Groups: 100, Kills: 20, Seed: Random.Shared.Next())
        {
            MaxUptime = TimeSpan.FromSeconds(2.5),
        };
        Console.WriteLine($"Crashes with seed {plan.Seed}, store {folder.FullName}");
        var report = await CrashRun.RunAsync(
            plan,
            Path.Combine(folder.FullName, "local.db"),
            outcome => outcome.IsSettled,
            Limit);
        var met = report.IsSound && report.Outcome.IsSettled && report.Residue.Queued == 0;
        if (met) folder.Delete(recursive: true);
        return
        [
            new Figure(
                $"Joins counted and welcomed once under {plan.Kills} x kill -9",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Math.Min(report.Outcome.Members, report.Outcome.Welcomed)}"),
                string.Create(CultureInfo.InvariantCulture, $"= {plan.Joins}"),
                met,
                $"{report}"),
        ];
    }
}
