using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>Orchestrations of three activities a second, on a file.</summary>
static class OrchestrationRate
{
    const double Target = 500;
    const int Count = 3_000;
    const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var store = new EmbeddedStore(folder.Path("local.db"));
        await using var engine = Workload.Engine(store, new Workload());
        await Workload.RunAsync(engine.Client, "warm", Count / 10);

        var (rates, before) = (new List<double>(), store.Commits);
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await Workload.RunAsync(engine.Client, string.Create(CultureInfo.InvariantCulture, $"run-{round}"), Count);
            rates.Add(Count / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var sample = new Sample(rates);
        return
        [
            new Figure(
                "Orchestrations of three activities a second, embedded store",
                sample.Median.ToString("0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $">= {Target}"),
                sample.Median >= Target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{sample} in {Rounds} rounds of {Count}, {(store.Commits - before) / (double)(Rounds * Count):0.00} commits each, "
                    + $"{Environment.ProcessorCount} cores")),
        ];
    }
}
