using System.Globalization;
using Azure.Data.Tables;
using Benchmarks.Figures;
using LocalRuntime.Storage;
using TestSupport;

namespace Benchmarks.Tables;

/// <summary>Point reads and single writes on the embedded store compared with Azurite, measured in turns.</summary>
static class TableRates
{
    const double Target = 10;
    const int Rounds = 3;
    const int Parallelism = 32;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = new AzuriteFixture();
        var embedded = await TableLoad.CreateAsync(StorageClients.Open(folder.Path("local.db")).Tables());
        var emulator = await TableLoad.CreateAsync(new TableServiceClient(await azurite.ConnectionStringAsync()));
        var syncs = DiskSyncs.PerSecond(folder.Path("syncs"));
        return
        [
            await CompareAsync("point reads", embedded.ReadAsync, emulator.ReadAsync, 1, ""),
            await CompareAsync("point reads", embedded.ReadAsync, emulator.ReadAsync, Parallelism, ""),
            await CompareAsync("single writes", embedded.WriteAsync, emulator.WriteAsync, 1, Why(syncs)),
            await CompareAsync(
                "single writes",
                embedded.WriteAsync,
                emulator.WriteAsync,
                Parallelism,
                "; writes that wait together share a sync"),
        ];
    }

    static string Why(double syncs) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"; each is on the disk before it is acknowledged, and this disk syncs {syncs:0} times a second, which "
            + $"bounds them; the emulator keeps its tables in memory");

    static async Task<Figure> CompareAsync(
        string what,
        Func<Task> embedded,
        Func<Task> emulator,
        int parallelism,
        string why)
    {
        await TableLoad.RateAsync(embedded, parallelism);
        await TableLoad.RateAsync(emulator, parallelism);
        List<(double Embedded, double Emulator)> rates = [];
        for (var round = 0; round < Rounds; round++)
            rates.Add(
                (await TableLoad.RateAsync(embedded, parallelism), await TableLoad.RateAsync(emulator, parallelism)));
        var ratio = new Sample([.. rates.Select(rate => rate.Embedded / rate.Emulator)]);
        var met = ratio.Median >= Target;
        var (ours, theirs) = (
            new Sample([.. rates.Select(rate => rate.Embedded)]),
            new Sample([.. rates.Select(rate => rate.Emulator)]));
        return new Figure(
            $"Table {what} to Azurite's, {(parallelism == 1 ? "one after another" : $"{parallelism} at once")}",
            ratio.Median.ToString("0.0", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $">= {Target}"),
            met,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ours}/s to {theirs}/s in {Rounds} rounds in "
                + $"turns{(met ? "" : $"; misses by a factor of {Target / ratio.Median:0.0}")}{why}"));
    }
}
