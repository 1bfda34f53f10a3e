using System.Globalization;
using Benchmarks.Figures;
using LocalRuntime.Store;

namespace Benchmarks.Orchestrations;

/// <summary>The memory that finished instances leave.</summary>
static class FinishedMemory
{
    // Below the size of an instance id, so that nothing is kept for an instance.
    const double Target = 32;
    const int Count = 20_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var store = new EmbeddedStore(folder.Path("local.db"));
        await using var engine = Workload.Engine(store, new Workload());
        // Tables and pools have their final size after this.
        await Workload.RunAsync(engine.Client, "warm", Count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Workload.RunAsync(engine.Client, "first", Count);
        await Workload.RunAsync(engine.Client, "second", Count);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        var each = (after - before) / (2.0 * Count);
        return
        [
            new Figure(
                "Bytes of memory a finished instance leaves",
                each.ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target}"),
                each <= Target,
                $"{before / 1024} KiB after {Count} instances, {after / 1024} KiB after {3 * Count}, each time after "
                + "a full collection"),
        ];
    }
}
