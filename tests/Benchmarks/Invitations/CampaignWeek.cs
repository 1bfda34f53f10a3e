using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.Invitations;

/// <summary>
/// A campaign from its creation to its report, in virtual time on a file of the embedded store. Participants request
/// codes and invite ten members each; every join is a signed webhook over HTTP. The senders share the cores.
/// </summary>
static class CampaignWeek
{
    const int Joins = 60_000;
    const int Tenth = Joins / 10;
    const double TargetSeconds = 90;
    const double Tolerance = 0.25;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await ReplayAsync(Tenth); // warms up the compiler
        var before = await ReplayAsync(Tenth);
        var week = await ReplayAsync(Joins);
        var after = await ReplayAsync(Tenth);
        var tenth = (before.Elapsed + after.Elapsed) / 2;
        var linear = week.Elapsed / tenth / 10;
        return
        [
            new Figure(
                $"A campaign week of {Joins} joins, replayed in virtual time",
                string.Create(CultureInfo.InvariantCulture, $"{week.Elapsed.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"< {TargetSeconds} s"),
                week.Elapsed.TotalSeconds < TargetSeconds && week.IsCorrect && before.IsCorrect && after.IsCorrect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{week.Busy.TotalSeconds:0.0} s of processor on {Environment.ProcessorCount} cores, senders "
                    + $"included; {week.RoundTrips / (double)Joins:0.0} round trips a join, requests of the campaign "
                    + $"included; {week}")),
            new Figure(
                $"The same to ten times {Tenth} joins",
                linear.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{1 - Tolerance} to {1 + Tolerance}"),
                Math.Abs(linear - 1) <= Tolerance,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Tenth} joins before and after it: {before.Elapsed.TotalSeconds:0.0} s and "
                    + $"{after.Elapsed.TotalSeconds:0.0} s, {before.Busy.TotalSeconds:0.0} s and "
                    + $"{after.Busy.TotalSeconds:0.0} s of processor")),
        ];
    }

    static async Task<Replay> ReplayAsync(int joins)
    {
        using var folder = new TemporaryFolder();
        var load = new CampaignLoad(joins);
        await using var app = await InProcessApp.StartAsync(folder.Path("local.db"), CampaignLoad.Opens);
        using var client = new OperatorClient(app.Address);
        await load.PlanAsync(client);
        var (busy, trips, started) = (
            Environment.CpuUsage.TotalTime,
            StorageTransactions.Embedded,
            Stopwatch.GetTimestamp());
        await load.RunAsync(client);
        var took = Stopwatch.GetElapsedTime(started);
        return new Replay(
            took,
            Environment.CpuUsage.TotalTime - busy,
            StorageTransactions.Embedded - trips,
            load,
            await CampaignLoad.ReadAsync(client));
    }

    sealed record Replay(
        TimeSpan Elapsed,
        TimeSpan Busy,
        long RoundTrips,
        CampaignLoad Load,
        CampaignLoadResult Outcome)
    {
        public bool IsCorrect => Outcome == Load.Expected;

        public override string ToString() => $"{Outcome}{(IsCorrect ? "" : $" instead of {Load.Expected}")}";
    }
}
