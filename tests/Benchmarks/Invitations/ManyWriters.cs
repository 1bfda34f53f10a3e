using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Benchmarks.Figures;
using FunctionsApp.Tests.Acquisition.Standings;
using TestSupport;

namespace Benchmarks.Invitations;

/// <summary>
/// Writers that credit one inviter compared with writers that credit one inviter each, on Azurite, in one process and
/// in four.
/// </summary>
static class ManyWriters
{
    const int Writers = 64;
    const int JoinsEach = 4;
    const int Rounds = 3;
    const double Target = 1.0 / 3;
    const int Processes = 4;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var azurite = new AzuriteFixture();
        var service = new TableServiceClient(await azurite.ConnectionStringAsync());
        var first = await StandingScenario.CreateAsync(service);
        return
        [
            await CompareAsync("in one process", "x", [first]),
            await CompareAsync(
                $"in {Processes} separate processes",
                "y",
                [.. Enumerable.Range(0, Processes).Select(_ => StandingScenario.Open(service))]),
        ];
    }

    static async Task<Figure> CompareAsync(string where, string prefix, IReadOnlyList<StandingScenario> processes)
    {
        List<(double One, double Many)> rates = [];
        await RateAsync(processes, $"{prefix}-warm", 0, writer => $"{prefix}-warm-{writer}");
        for (var round = 1; round <= Rounds; round++)
        {
            var many = await RateAsync(processes, $"{prefix}-many", round, writer => $"{prefix}-many-{writer}");
            rates.Add((await RateAsync(processes, $"{prefix}-one", round, _ => $"{prefix}-one"), many));
        }

        var one = (await processes[0].Standings.FindAsync("spring", $"{prefix}-one"))!;
        var others = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer => processes[0].Standings.FindAsync("spring", $"{prefix}-many-{writer}")));
        var isCorrect =
            (one.Credits, one.Joins) == (Rounds * JoinsEach * Writers, Rounds * JoinsEach * Writers)
            && Array.TrueForAll(
                others,
                other => (other!.Credits, other.Joins) == (Rounds * JoinsEach, Rounds * JoinsEach));
        var ratio = new Sample([.. rates.Select(rate => rate.One / rate.Many)]);
        return new Figure(
            $"{Writers} writers crediting one inviter to crediting {Writers}, on Azurite, {where}",
            ratio.Median.ToString("0.00", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $">= {Target:0.00}"),
            ratio.Median >= Target && isCorrect,
            $"ratio {ratio}; credits/s {new Sample([.. rates.Select(rate => rate.One)])} to "
            + $"{new Sample([.. rates.Select(rate => rate.Many)])}; {one.Credits} of {Rounds * JoinsEach * Writers} "
            + $"credited, {(isCorrect ? "none lost or doubled" : "STANDINGS ARE WRONG")}");
    }

    // Joins are a minute apart, so that none counts as a burst.
    static async Task<double> RateAsync(
        IReadOnlyList<StandingScenario> processes,
        string name,
        int round,
        Func<int, string> inviterOf)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var n = 0; n < JoinsEach; n++)
            {
                var minute = (((round * JoinsEach) + n) * Writers) + writer;
                var invitee = string.Create(CultureInfo.InvariantCulture, $"{name}-{minute}");
                await processes[writer % processes.Count].JoinAsync(invitee, inviterOf(writer), minute);
            }
        }));
        return Writers * JoinsEach / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
