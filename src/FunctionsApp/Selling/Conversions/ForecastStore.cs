using System.Globalization;
using Azure.Data.Tables;
using Community.Platform;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// What finished conversions brought, summed by class over a few partitions. Each conversion's share stands beside the sums and moves with them in one
/// transaction, so it counts once however often it is settled.
/// </summary>
public sealed class ForecastStore(ForecastsTable table, KeyedLock locks, TimeProvider clock)
{
    /// <summary>How old the history may be that a forecast is made from.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    const int Partitions = 8;
    const string ClassPrefix = "class-";
    const string SharePrefix = "share-";

    CacheEntry? kept;

    /// <summary>The history of each class as it was a moment ago. Many links go out at one instant: the first that asks reads for all.</summary>
    public Task<IReadOnlyDictionary<ForecastClass, ForecastHistory>> RecentAsync() => locks.RunAsync(ClassPrefix, async () =>
    {
        if (kept is { } recent && recent.Until > clock.GetUtcNow()) return recent.History;
        var history = await ReadAsync();
        kept = new CacheEntry(history, clock.GetUtcNow() + Freshness);
        return history;
    });

    /// <summary>The history of each class.</summary>
    public async Task<IReadOnlyDictionary<ForecastClass, ForecastHistory>> ReadAsync()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, Partitions).Select(number => table.AllAsync<ForecastHistory>(Partition(number), ClassPrefix)));
        return Enum.GetValues<ForecastClass>().ToDictionary(
            like => like,
            like => rows.SelectMany(row => row).Where(row => row.RowKey == ClassPrefix + like).Aggregate(ForecastHistory.None, (sum, row) => sum.Plus(row.Value)));
    }

    /// <summary>Counts the conversion's share in, in place of the one it had.</summary>
    public async Task RecordAsync(string conversionId, IReadOnlyDictionary<ForecastClass, ForecastHistory> share)
    {
        var partition = Partition(Convert.ToInt32(EffectKey.Digest(conversionId)[..2], 16) % Partitions);
        await locks.RunAsync(partition, () => table.RetryAsync(() => RecordOnceAsync(partition, SharePrefix + conversionId, share)));
        kept = null;
    }

    async Task<bool> RecordOnceAsync(string partition, string row, IReadOnlyDictionary<ForecastClass, ForecastHistory> share)
    {
        var before = await table.FindAsync<Dictionary<ForecastClass, ForecastHistory>>(partition, row);
        List<TableTransactionAction> rows = [Row.Write(partition, row, new Dictionary<ForecastClass, ForecastHistory>(share), before)];
        foreach (var like in share.Keys.Union(before?.Value.Keys.ToList() ?? []))
        {
            var (left, come) = (before?.Value.GetValueOrDefault(like) ?? ForecastHistory.None, share.GetValueOrDefault(like) ?? ForecastHistory.None);
            if (left == come) continue;
            var read = await table.FindAsync<ForecastHistory>(partition, ClassPrefix + like);
            rows.Add(Row.Write(partition, ClassPrefix + like, (read?.Value ?? ForecastHistory.None).Minus(left).Plus(come), read));
        }

        if (rows.Count > 1 || before is null) await table.CommitAsync(rows);
        return true;
    }

    static string Partition(int number) => number.ToString("d2", CultureInfo.InvariantCulture);

    sealed record CacheEntry(IReadOnlyDictionary<ForecastClass, ForecastHistory> History, DateTimeOffset Until);
}
