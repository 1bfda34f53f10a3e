using System.Globalization;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Counts what was refused: a row a day, shop and reason, so that nobody can fill the table by sending nonsense. Refusals that come together are
/// counted in one write.
/// </summary>
public sealed class WebhookFailureStore
{
    /// <summary>How long a day's counts are kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    const string Partition = "failures";
    const string Prefix = "day-";
    const int LatestDay = 99_999_999;
    const int PageSize = 100;

    readonly GroupCommit<FailureKey> counts;
    readonly WebhookFailuresTable table;
    readonly TimeProvider clock;
    readonly ILogger<WebhookFailureStore> log;

    /// <summary>Counts into the app's own table.</summary>
    public WebhookFailureStore(WebhookFailuresTable table, TimeProvider clock, ILogger<WebhookFailureStore> log)
    {
        (this.table, this.clock, this.log) = (table, clock, log);
        counts = new GroupCommit<FailureKey>(PageSize, StoreAsync, clock);
    }

    /// <summary>Counts one; where it cannot be stored the sender is refused all the same.</summary>
    public async Task CountAsync(FailureKey failure)
    {
        try
        {
            await counts.RecordAsync(failure);
        }
        catch (Exception lost) when (StorageFailure.Matches(lost))
        {
            log.LogWarning("A failure of shop {Shop} could not be counted: {Reason}, {Detail}", failure.Shop, failure.Reason, failure.Detail);
        }
    }

    /// <summary>One page, the latest day first.</summary>
    public async Task<Slice<WebhookFailure>> PageAsync(int size, string? continuation) =>
        (await table.PageAsync<WebhookFailure>(Partition, Prefix, size, continuation)).Map(row => row.Value);

    /// <summary>Every night: forgets the days that are over for <see cref="Retention"/>.</summary>
    [Function("ForgetWebhookFailures")]
    public async Task Forget([TimerTrigger("0 40 18 * * *")] TimerInfo timer)
    {
        var horizon = Prefix + Inverted(clock.GetUtcNow() - Retention);
        while (await table.RowsAfterAsync<WebhookFailure>(Partition, Prefix, horizon, PageSize) is { Count: > 0 } old)
            await table.CommitAsync([.. old.Select(row => Row.Delete(Partition, row.RowKey, row.ETag))]);
    }

    async Task StoreAsync(CountedBatch<FailureKey> seen)
    {
        foreach (var row in seen.Counts.GroupBy(count => (count.Key.Shop, count.Key.Reason)))
            await AddAsync(row.Key.Shop, row.Key.Reason, row.Sum(count => (long)count.Value), row.Last().Key.Detail, seen.At);
    }

    Task<bool> AddAsync(string shop, FailureReason reason, long count, string detail, DateTimeOffset at) => table.RetryAsync(async () =>
    {
        var key = $"{Prefix}{Inverted(at)}-{shop}-{reason}";
        var read = await table.FindAsync<WebhookFailure>(Partition, key);
        var before = read?.Value ?? new WebhookFailure(at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), shop, reason, 0, at, at, detail);
        await table.CommitAsync(Row.Write(Partition, key, before with { Count = before.Count + count, LastAt = at, LastDetail = detail }, read));
        return true;
    });

    static string Inverted(DateTimeOffset at)
    {
        var day = at.UtcDateTime;
        return (LatestDay - ((((day.Year * 100) + day.Month) * 100) + day.Day)).ToString("d8", CultureInfo.InvariantCulture);
    }
}
