using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>
/// The cost of twice as many events to an instance: about twice as much when a turn does not depend on the history.
/// </summary>
static class LongHistory
{
    const double Target = 2.6;
    const int Events = 5_000;
    const int Rounds = 5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var store = new EmbeddedStore($":memory:{Guid.NewGuid()}");
        await using var engine = Workload.Engine(store, new Workload());
        await Workload.SumAsync(engine.Client, Events);
        List<(double Half, double Whole)> times = [];
        for (var round = 0; round < Rounds; round++) times.Add((await TimeAsync(Events / 2), await TimeAsync(Events)));
        // The best rounds have the least disturbance by other processes.
        var ratio = times.Min(time => time.Whole) / times.Min(time => time.Half);
        return
        [
            new Figure(
                $"Cost of {Events} events to one instance, to that of half as many",
                ratio.ToString("0.00", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
                ratio <= Target,
                $"best of {Rounds} rounds in turns, in memory; {Events} events in "
                + $"{new Sample([.. times.Select(time => time.Whole)])} s"),
        ];

        async Task<double> TimeAsync(int events)
        {
            var started = Stopwatch.GetTimestamp();
            await Workload.SumAsync(engine.Client, events);
            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }
}
