using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace Benchmarks.Invitations;

/// <summary>The cost of a page of standings with a thousand and with a hundred thousand participants.</summary>
static class StandingPage
{
    const int Few = 1_000;
    const int Many = 100_000;
    const int Size = 50;
    const int Reads = 200;
    const int Parallelism = 8;
    const int MaxCredits = 20;
    const string Campaign = "spring";

    static readonly DateTimeOffset Opens = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly InvitationTerms Terms = new([], Target: null);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var counted = new CountedTables();
        var table = new StandingsTable(counted.Client(), OptimisticRetry.InRealTime);
        var people = new PeopleTable(counted.Client(), OptimisticRetry.InRealTime);
        await Task.WhenAll(table.EnsureAsync(CancellationToken.None), people.EnsureAsync(CancellationToken.None));
        var standings = new StandingStore(
            table,
            new RewardIndex(people, new RewardsTable(counted.Client(), OptimisticRetry.InRealTime)),
            new ParticipationStore(people),
            TimeProvider.System);
        await FillAsync(standings, 0, Few);
        await ReadAsync(standings, counted);
        var few = await ReadAsync(standings, counted);
        await FillAsync(standings, Few, Many);
        var many = await ReadAsync(standings, counted);
        return
        [
            new Figure(
                $"A page of {Size} standings among {Many} to one among {Few}",
                string.Create(CultureInfo.InvariantCulture, $"{many.RoundTrips / few.RoundTrips:0.00}"),
                "= 1",
                (many.RoundTrips, many.Rows) == (few.RoundTrips, few.Rows),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{few.RoundTrips} to {many.RoundTrips} round trips, {few.Rows} to {many.Rows} rows read; "
                    + $"{few.Elapsed.TotalMilliseconds:0.0} to {many.Elapsed.TotalMilliseconds:0.0} ms a page in memory"
                )),
        ];
    }

    static Task FillAsync(StandingStore standings, int from, int to) =>
        Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (participant, _) =>
            {
                var member = string.Create(CultureInfo.InvariantCulture, $"member-{participant}");
                for (
                    var credit = 0;
                    credit <= (participant % (MaxCredits * MaxCredits) == 0 ? MaxCredits : 0);
                    credit++)
                {
                    var claim = new Claim(
                        $"{member}-{credit}",
                        1,
                        ClaimState.Held,
                        Opens.AddMinutes(participant + credit),
                        HasLeft: false,
                        IsRetained: true);
                    await standings.DecideAsync(
                        Campaign,
                        Terms,
                        member,
                        claim.Invitee,
                        new StandingCommand.ApplyClaim(claim, claim.At));
                }
            });

    static async Task<(double RoundTrips, double Rows, TimeSpan Elapsed)> ReadAsync(
        StandingStore standings,
        CountedTables counted)
    {
        var (trips, rows, started) = (counted.RoundTrips, counted.Rows, Stopwatch.GetTimestamp());
        for (var read = 0; read < Reads; read++)
            await standings.PageAsync(Campaign, Size, continuation: null);
        return (
            (counted.RoundTrips - trips) / (double)Reads,
            (counted.Rows - rows) / (double)Reads,
            Stopwatch.GetElapsedTime(started) / Reads);
    }
}
