using System.Globalization;
using Azure.Data.Tables;
using Community.Platform;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Results of finished conversions, summed by class in a few partitions. One transaction stores the share of a
/// conversion and the sums, so a share counts once.
/// </summary>
public sealed class ForecastStore(ForecastsTable table, KeyedLock locks, TimeProvider clock)
{
    /// <summary>The maximal age of the history that forecasts use.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    const int Partitions = 8;
    const string ClassPrefix = "class-";
    const string SharePrefix = "share-";

    CacheEntry? cached;

    /// <summary>
    /// The history by class, at most <see cref="MaxAge"/> old. Many links are sent at one instant, and the first of
    /// them reads for all.
    /// </summary>
    public Task<IReadOnlyDictionary<ForecastClass, ForecastHistory>> RecentAsync() =>
        locks.RunAsync(ClassPrefix, ReadCachedAsync);

    /// <summary>The history by class.</summary>
    public async Task<IReadOnlyDictionary<ForecastClass, ForecastHistory>> ReadAsync()
    {
        var partitions = Enumerable.Range(0, Partitions).Select(Partition);
        var rows = await Task.WhenAll(partitions.Select(ReadPartitionAsync));
        var byClass = rows.SelectMany(row => row).ToLookup(row => row.RowKey, row => row.Value, StringComparer.Ordinal);
        return Enum.GetValues<ForecastClass>().ToDictionary(
            forecastClass => forecastClass, forecastClass => Sum(byClass[ClassPrefix + forecastClass]));
    }

    /// <summary>Adds the share of a conversion, in place of an earlier one.</summary>
    public async Task RecordAsync(string conversionId, IReadOnlyDictionary<ForecastClass, ForecastHistory> share)
    {
        var partition = Partition(Convert.ToInt32(EffectKey.Digest(conversionId)[..2], 16) % Partitions);
        var row = SharePrefix + conversionId;
        await locks.RunAsync(partition, () => table.RetryAsync(() => RecordOnceAsync(partition, row, share)));
        cached = null;
    }

    async Task<IReadOnlyDictionary<ForecastClass, ForecastHistory>> ReadCachedAsync()
    {
        if (cached is { } entry && entry.ExpiresAt > clock.GetUtcNow()) return entry.History;
        var history = await ReadAsync();
        cached = new CacheEntry(history, clock.GetUtcNow() + MaxAge);
        return history;
    }

    async Task<bool> RecordOnceAsync(
        string partition, string row, IReadOnlyDictionary<ForecastClass, ForecastHistory> share)
    {
        var before = await table.FindAsync<Dictionary<ForecastClass, ForecastHistory>>(partition, row);
        var after = new Dictionary<ForecastClass, ForecastHistory>(share);
        List<TableTransactionAction> rows = [Row.Write(partition, row, after, before)];
        foreach (var forecastClass in share.Keys.Union(before?.Value.Keys.ToList() ?? []))
        {
            var removed = before?.Value.GetValueOrDefault(forecastClass) ?? ForecastHistory.None;
            var added = share.GetValueOrDefault(forecastClass) ?? ForecastHistory.None;
            if (removed == added) continue;
            var sum = await table.FindAsync<ForecastHistory>(partition, ClassPrefix + forecastClass);
            var sumAfter = (sum?.Value ?? ForecastHistory.None).Minus(removed).Plus(added);
            rows.Add(Row.Write(partition, ClassPrefix + forecastClass, sumAfter, sum));
        }

        if (rows.Count > 1 || before is null) await table.CommitAsync(rows);
        return true;
    }

    Task<IReadOnlyList<Stored<ForecastHistory>>> ReadPartitionAsync(string partition) =>
        table.AllAsync<ForecastHistory>(partition, ClassPrefix);

    static ForecastHistory Sum(IEnumerable<ForecastHistory> histories) =>
        histories.Aggregate(ForecastHistory.None, (sum, history) => sum.Plus(history));

    static string Partition(int number) => number.ToString("d2", CultureInfo.InvariantCulture);

    sealed record CacheEntry(IReadOnlyDictionary<ForecastClass, ForecastHistory> History, DateTimeOffset ExpiresAt);
}
