using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport;

namespace Benchmarks.Orchestrations;

/// <summary>
/// Orchestrations of three activities a second: the embedded engine on a file, and the official Azure Storage provider
/// on Azurite, measured in turns.
/// </summary>
static class OrchestrationRate
{
    const double Target = 500;
    const double RatioTarget = 50;
    const int Count = 3_000;
    const int OfficialCount = 100;
    const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = new AzuriteFixture();
        await using var store = new EmbeddedStore(folder.Path("local.db"));
        await using var engine = Workload.Engine(store, new Workload());
        await using var official = await OfficialProvider.StartAsync(await azurite.ConnectionStringAsync());
        await Workload.RunAsync(engine.Client, "warm", Count / 10);
        await official.RateAsync("warm", OfficialCount / 10);

        List<(double Embedded, double Official)> rates = [];
        var before = store.Commits;
        for (var round = 0; round < Rounds; round++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"run-{round}");
            var started = Stopwatch.GetTimestamp();
            await Workload.RunAsync(engine.Client, name, Count);
            var embedded = Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            rates.Add((embedded, await official.RateAsync(name, OfficialCount)));
        }

        var commits = (store.Commits - before) / (double)(Rounds * Count);
        return [Rate(new Sample([.. rates.Select(rate => rate.Embedded)]), commits), Ratio(rates)];
    }

    static Figure Rate(Sample rates, double commits) => new(
        "Orchestrations of three activities a second, embedded store",
        rates.Median.ToString("0", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $">= {Target}"),
        rates.Median >= Target,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{rates} in {Rounds} rounds of {Count}, {commits:0.00} commits each, {Environment.ProcessorCount} cores"));

    static Figure Ratio(IReadOnlyList<(double Embedded, double Official)> rates)
    {
        var ratio = new Sample([.. rates.Select(rate => rate.Embedded / rate.Official)]);
        return new Figure(
            "Orchestrations a second to the official Azure Storage provider's on Azurite",
            ratio.Median.ToString("0", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $">= {RatioTarget}"),
            ratio.Median >= RatioTarget,
            $"{ratio}; the official provider {new Sample([.. rates.Select(rate => rate.Official)])}/s in rounds of "
            + $"{OfficialCount}, in turns");
    }
}
