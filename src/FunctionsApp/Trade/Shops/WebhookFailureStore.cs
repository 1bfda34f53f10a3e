using System.Globalization;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Counts refused messages: one row for each day, shop and reason, so that invalid messages cannot fill the table.
/// Messages that are refused at the same time share one write.
/// </summary>
public sealed class WebhookFailureStore
{
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    const string Partition = "failures";
    const string Prefix = "day-";
    const int LatestDay = 99_999_999;
    const int PageSize = 100;

    readonly GroupCommit<FailureKey> counts;
    readonly WebhookFailuresTable table;
    readonly TimeProvider clock;
    readonly ILogger<WebhookFailureStore> log;

    public WebhookFailureStore(
        WebhookFailuresTable table, TimeProvider clock, ILogger<WebhookFailureStore> log)
    {
        (this.table, this.clock, this.log) = (table, clock, log);
        counts = new GroupCommit<FailureKey>(PageSize, StoreAsync, clock);
    }

    /// <summary>Counts a failure. A storage failure is logged, because the message is refused anyway.</summary>
    public async Task CountAsync(FailureKey failure)
    {
        try
        {
            await counts.RecordAsync(failure);
        }
        catch (Exception storageFailure) when (StorageFailure.Matches(storageFailure))
        {
            log.LogWarning(
                "A failure of shop {Shop} could not be counted: {Reason}, {Detail}",
                failure.Shop, failure.Reason, failure.Detail);
        }
    }

    /// <summary>One page, the latest day first.</summary>
    public async Task<Slice<WebhookFailure>> PageAsync(int size, string? continuation) =>
        (await table.PageAsync<WebhookFailure>(Partition, Prefix, size, continuation)).Map(row => row.Value);

    /// <summary>Deletes the counts of days that are older than <see cref="Retention"/>.</summary>
    public async Task DeleteExpiredAsync()
    {
        var horizon = Prefix + InvertedDay(clock.GetUtcNow() - Retention);
        while (await table.RowsAfterAsync<WebhookFailure>(Partition, Prefix, horizon, PageSize) is { Count: > 0 } rows)
            await table.DeleteAsync(Partition, rows);
    }

    async Task StoreAsync(CountedBatch<FailureKey> batch)
    {
        foreach (var failures in batch.Counts.GroupBy(count => (count.Key.Shop, count.Key.Reason)))
        {
            var count = failures.Sum(failure => (long)failure.Value);
            await table.RetryAsync(() => AddOnceAsync(failures.Last().Key, count, batch.At));
        }
    }

    async Task<bool> AddOnceAsync(FailureKey failure, long count, DateTimeOffset at)
    {
        var key = $"{Prefix}{InvertedDay(at)}-{failure.Shop}-{failure.Reason}";
        var read = await table.FindAsync<WebhookFailure>(Partition, key);
        var before = read?.Value ?? None(failure, at);
        var after = before with { Count = before.Count + count, LastAt = at, LastDetail = failure.Detail };
        await table.CommitAsync(Row.Write(Partition, key, after, read));
        return true;
    }

    static WebhookFailure None(FailureKey failure, DateTimeOffset at)
    {
        var day = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new WebhookFailure(day, failure.Shop, failure.Reason, Count: 0, at, at, failure.Detail);
    }

    // Inverted days sort the latest first.
    static string InvertedDay(DateTimeOffset at)
    {
        var day = at.UtcDateTime;
        var number = (((day.Year * 100) + day.Month) * 100) + day.Day;
        return (LatestDay - number).ToString("d8", CultureInfo.InvariantCulture);
    }
}
