using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Pushes;

/// <summary>
/// Minutes in which no push is due, with few and many groups that have plans. Their cost must not follow the number of
/// groups.
/// </summary>
static class QuietMinutes
{
    const int Few = 100;
    const int Many = 10_000;
    const int Minutes = 60;
    const int Rounds = 12;
    const double MaxRatio = 1.1;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (few, many) = (await MeasureAsync(Few), await MeasureAsync(Many));
        var ratio = many.Requests / few.Requests;
        return
        [
            new Figure(
                $"Storage requests of a minute without pushes, {Many} groups to {Few}",
                ratio.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxRatio}"),
                ratio <= MaxRatio,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{few.Requests:0.00} and {many.Requests:0.00} requests a minute over {Rounds * Minutes} minutes")),
            Figure.ForInformation(
                $"Real time of a minute without pushes, {Many} groups to {Few}",
                (many.Microseconds.Median / few.Microseconds.Median).ToString("0.00", CultureInfo.InvariantCulture),
                $"{few.Microseconds} and {many.Microseconds} microseconds; {Rounds} times {Minutes} minutes"),
        ];
    }

    // From noon to before midnight; calendars are written after it.
    static async Task<QuietCost> MeasureAsync(int groups)
    {
        await using var brand = await PushBrand.StartAsync(groups);
        List<double> requests = [];
        List<double> microseconds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var from = PushBrand.DueAt.AddHours(1).AddMinutes(round * Minutes);
            await brand.Client.AdvanceToAsync(from);
            var (before, started) = (StorageTransactions.Embedded, Stopwatch.GetTimestamp());
            await brand.Client.AdvanceToAsync(from.AddMinutes(Minutes));
            microseconds.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / Minutes);
            requests.Add((double)(StorageTransactions.Embedded - before) / Minutes);
        }

        return new QuietCost(requests.Average(), new Sample(microseconds));
    }

    sealed record QuietCost(double Requests, Sample Microseconds);
}
