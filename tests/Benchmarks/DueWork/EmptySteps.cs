using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.DueWork;

/// <summary>
/// The cost of a minute in which nothing is due: days of virtual time on an empty store. The other timers of the app
/// run in them too.
/// </summary>
static class EmptySteps
{
    const int Rounds = 5;
    const int Minutes = 7 * 24 * 60;
    const double MaxMicroseconds = 50;
    const double MaxRequests = 3;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var app = await InProcessApp.StartAsync(Start);
        using var client = new OperatorClient(app.Address);
        List<double> microseconds = [];
        List<double> requests = [];
        // The first rounds warm the compiler up.
        for (var round = 1; round <= 2 * Rounds; round++)
        {
            var (began, before) = (Stopwatch.GetTimestamp(), StorageTransactions.Embedded);
            await client.AdvanceToAsync(Start.AddMinutes(round * Minutes));
            if (round <= Rounds) continue;
            microseconds.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / Minutes);
            requests.Add((double)(StorageTransactions.Embedded - before) / Minutes);
        }

        return
        [
            Report("Microseconds of a minute with nothing due", new Sample(microseconds), MaxMicroseconds),
            Report("Storage requests of a minute with nothing due", new Sample(requests), MaxRequests),
        ];
    }

    static Figure Report(string name, Sample sample, double max) => new(
        name,
        sample.Median.ToString("0.0", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"<= {max}"),
        sample.Median <= max,
        $"{sample}; {Rounds} rounds of {Minutes} virtual minutes");
}
