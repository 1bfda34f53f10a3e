using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues;
using Benchmarks.Figures;
using Benchmarks.Load;
using Benchmarks.Scans;
using LocalRuntime.Store;
using TestSupport;

namespace Benchmarks.Machine;

/// <summary>The limits of this machine without the app, for comparison with the other figures.</summary>
static class MachineLimits
{
    const int Parallelism = 64;
    const int Redirected = 302;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync() =>
        [
            Limit(
                "Machine: bare Kestrel redirects/s",
                await RedirectsAsync(),
                $"{Parallelism} at once, nothing stored"),
            Limit(
                "Machine: bare SQLite commits/s, one writer",
                await CommitsAsync(writers: 1),
                "one row each, journal mode WAL, synchronous FULL"),
            Limit(
                "Machine: bare SQLite writes/s in shared commits",
                await CommitsAsync(Parallelism),
                $"{Parallelism} writers at once, those that meet share a commit"),
            Limit(
                "Machine: bare Azurite sends/s",
                await SendsAsync(),
                $"{Parallelism} at once, one queue, in the emulator's memory"),
        ];

    static Figure Limit(string name, double rate, string detail) =>
        Figure.ForInformation(name, rate.ToString("0", CultureInfo.InvariantCulture), detail);

    static async Task<double> RedirectsAsync()
    {
        await using var bare = await BareServerProcess.StartAsync();
        using var client = new LoadClient(new Uri(bare.Address, "/s/code"), Parallelism, Redirected);
        await client.RunAsync(WarmUp);
        return await client.RunAsync(Round);
    }

    static async Task<double> CommitsAsync(int writers)
    {
        var folder = Directory.CreateTempSubdirectory("machine-");
        await using var store = new EmbeddedStore(Path.Combine(folder.FullName, "bare.db"));
        await store.WriteAsync(connection =>
            connection.Execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"));
        var rate = await RateAsync(
            writers,
            () => store.WriteAsync(connection => connection.Execute("INSERT INTO bare (text) VALUES ($1)", "a row")));
        await store.DisposeAsync();
        folder.Delete(recursive: true);
        return rate;
    }

    static async Task<double> SendsAsync()
    {
        await using var emulator = new AzuriteFixture();
        var queue = new QueueClient(await emulator.ConnectionStringAsync(), "bare", new QueueClientOptions());
        await queue.CreateIfNotExistsAsync();
        return await RateAsync(Parallelism, () => queue.SendMessageAsync("a message"));
    }

    static async Task<double> RateAsync(int parallelism, Func<Task> workAsync)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, parallelism).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < Round; count++) await workAsync();
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
