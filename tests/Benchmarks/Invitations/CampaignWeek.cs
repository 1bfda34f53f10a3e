using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.Invitations;

/// <summary>
/// A campaign from its creation to its report, in virtual time on the embedded store's file: participants ask for their codes, each brings ten, and
/// every join is a signed webhook over HTTP that is stored, taken from the queue, de-duplicated, counted and credited. The senders share the cores.
/// </summary>
static class CampaignWeek
{
    const int Joins = 60_000;
    const int Tenth = Joins / 10;
    const double TargetSeconds = 90;
    const double Tolerance = 0.25;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await ReplayAsync(Tenth); // until the compiler has done with the hot paths
        var before = await ReplayAsync(Tenth);
        var week = await ReplayAsync(Joins);
        var after = await ReplayAsync(Tenth);
        var tenth = (before.Took + after.Took) / 2;
        var linear = week.Took / tenth / 10;
        return
        [
            new Figure(
                $"A campaign week of {Joins} joins, replayed in virtual time",
                string.Create(CultureInfo.InvariantCulture, $"{week.Took.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"< {TargetSeconds} s"),
                week.Took.TotalSeconds < TargetSeconds && week.IsRight && before.IsRight && after.IsRight,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{week.Busy.TotalSeconds:0.0} s of processor on {Environment.ProcessorCount} cores, senders included; {week.RoundTrips / (double)Joins:0.0} round trips a join, all of the campaign included; {week}")),
            new Figure(
                $"The same to ten times {Tenth} joins",
                linear.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{1 - Tolerance} to {1 + Tolerance}"),
                Math.Abs(linear - 1) <= Tolerance,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Tenth} joins before and after it: {before.Took.TotalSeconds:0.0} s and {after.Took.TotalSeconds:0.0} s, {before.Busy.TotalSeconds:0.0} s and {after.Busy.TotalSeconds:0.0} s of processor")),
        ];
    }

    static async Task<Replayed> ReplayAsync(int joins)
    {
        using var folder = new TemporaryFolder();
        var drive = new CampaignLoad(joins);
        await using var app = await InProcessApp.StartAsync(folder.Path("local.db"), CampaignLoad.Opens);
        using var client = new OperatorClient(app.Address);
        await drive.PlanAsync(client);
        var (busy, trips, started) = (Environment.CpuUsage.TotalTime, StorageTransactions.Embedded, Stopwatch.GetTimestamp());
        await drive.RunAsync(client);
        var took = Stopwatch.GetElapsedTime(started);
        return new Replayed(took, Environment.CpuUsage.TotalTime - busy, StorageTransactions.Embedded - trips, drive, await CampaignLoad.ReadAsync(client));
    }

    sealed record Replayed(TimeSpan Took, TimeSpan Busy, long RoundTrips, CampaignLoad Drive, CampaignLoadResult Outcome)
    {
        public bool IsRight => Outcome == Drive.Expected;

        public override string ToString() => $"{Outcome}{(IsRight ? "" : $" in place of {Drive.Expected}")}";
    }
}
