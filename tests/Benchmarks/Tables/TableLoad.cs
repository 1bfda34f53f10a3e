using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;

namespace Benchmarks.Tables;

/// <summary>A table with entities of a few hundred bytes, read and written by key.</summary>
sealed class TableLoad(TableClient table)
{
    const int Entities = 1_000;

    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    int next;

    public static async Task<TableLoad> CreateAsync(TableServiceClient service)
    {
        var table = service.GetTableClient("rates");
        await table.CreateIfNotExistsAsync();
        var load = new TableLoad(table);
        for (var n = 0; n < Entities; n++) await load.WriteAsync();
        return load;
    }

    public async Task ReadAsync()
    {
        var key = Key(Interlocked.Increment(ref next) % Entities);
        await table.GetEntityAsync<TableEntity>(Partition(key), key);
    }

    public async Task WriteAsync()
    {
        var key = Key(Interlocked.Increment(ref next) - 1);
        await table.AddEntityAsync(new TableEntity(Partition(key), key)
        {
            ["Name"] = "a member of a group",
            ["Joined"] = DateTimeOffset.UnixEpoch,
            ["Age"] = 30,
            ["Note"] = new string('x', 200),
        });
    }

    /// <summary>Operations per second of <paramref name="parallelism"/> parallel callers.</summary>
    public static async Task<double> RateAsync(Func<Task> operation, int parallelism)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, parallelism).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < Round; count++) await operation();
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static string Key(int n) => n.ToString("00000000", CultureInfo.InvariantCulture);

    static string Partition(string key) => key[^2..];
}
