using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>What twice as many events cost one instance: twice as much, when the cost of a turn does not grow with its history.</summary>
static class LongHistory
{
    const double Target = 2.6;
    const int Events = 5_000;
    const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var store = new EmbeddedStore($":memory:{Guid.NewGuid()}");
        await using var engine = Workload.Engine(store, new Workload());
        await Workload.SumAsync(engine.Client, Events);
        List<(double Half, double Whole)> times = [];
        for (var round = 0; round < Rounds; round++) times.Add((await TimeAsync(Events / 2), await TimeAsync(Events)));
        var ratio = new Sample([.. times.Select(time => time.Whole / time.Half)]);
        return
        [
            new Figure(
                $"Cost of {Events} events to one instance, to that of half as many",
                ratio.Median.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
                ratio.Median <= Target,
                $"{ratio}; {Events} events in {new Sample([.. times.Select(time => time.Whole)])} s, in memory, {Rounds} rounds in turns"),
        ];

        async Task<double> TimeAsync(int events)
        {
            var started = Stopwatch.GetTimestamp();
            await Workload.SumAsync(engine.Client, events);
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }
}
