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
        var plan = new CrashPlan(Joins: 1_000, Groups: 100, Kills: 20, Seed: Random.Shared.Next());
        Console.WriteLine($"Crashes with seed {plan.Seed}, store {folder.FullName}");
        var report = await CrashRun.RunAsync(plan, Path.Combine(folder.FullName, "local.db"), aftermath => aftermath.IsSettled, Patience);
        var seen = report.Aftermath;
        var met = seen.IsSettled && report.Acknowledged == plan.Joins;
        if (met) folder.Delete(recursive: true);
        return
        [
            new Figure(
                $"kill -9, {plan.Kills} times under {plan.Joins} joins: each counted and welcomed once",
                string.Create(CultureInfo.InvariantCulture, $"{Math.Min(seen.Members, seen.Welcomed)}"),
                string.Create(CultureInfo.InvariantCulture, $"= {plan.Joins}"),
                met,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {plan.Seed}; {report.Acknowledged} acknowledged, {report.Repeated} told again; {seen}; settled {report.Drained.TotalSeconds:0.0} s after the last restart; {report.Complaints.Count} failures logged")),
        ];
    }
}
