using System.Globalization;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Counts of scans: a row a batch at first, then, once no batch can come twice any more, a row an hour. The sum of all rows is the number
/// of scans at every moment, because rows are folded together in one transaction.
/// </summary>
public sealed class ScanCountStore(ScansTable table)
{
    /// <summary>How long a batch stays by itself: longer than a queue message may be delivered again.</summary>
    public static readonly TimeSpan LateBatchWindow = TimeSpan.FromHours(2);

    const string AllPrefix = "scan-";
    const string HourPrefix = "scan-hour-";
    const string RawPrefix = "scan-raw-";
    const string HourFormat = "yyyyMMddHH";
    const int DeletesPerTransaction = 99;

    /// <summary>The key of one batch.</summary>
    public static string RawKey(DateTimeOffset at, string batchId) => RawPrefix + Hour(at) + "-" + batchId;

    /// <summary>One page of counts: whole hours first, then batches, each in order of time.</summary>
    public async Task<Slice<ScanCount>> PageAsync(string campaignId, int size, string? continuation) =>
        (await table.PageAsync<ScanCount>(campaignId, AllPrefix, size, continuation)).Map(row => row.Value);

    /// <summary>Folds the batches that have settled by <paramref name="now"/> into their hours; false when there was none.</summary>
    public async Task<bool> FoldAsync(string campaignId, DateTimeOffset now)
    {
        var oldest = await table.PageAsync<ScanCount>(campaignId, RawPrefix, DeletesPerTransaction, continuation: null);
        if (oldest.Items.Count == 0 || oldest.Items[0].Value.At > now - LateBatchWindow) return false;
        var hour = Hour(oldest.Items[0].Value.At);
        var batches = oldest.Items.Where(batch => batch.RowKey.StartsWith(RawPrefix + hour, StringComparison.Ordinal) && batch.Value.At <= now - LateBatchWindow).ToList();
        var total = await table.FindAsync<ScanCount>(campaignId, HourPrefix + hour);
        var counts = batches.Select(batch => batch.Value).Append(total?.Value ?? new ScanCount(StartOf(hour), new Dictionary<string, int>())).SelectMany(count => count.Codes);
        var sum = new ScanCount(StartOf(hour), counts.GroupBy(code => code.Key).ToDictionary(code => code.Key, code => code.Sum(part => part.Value)));
        List<TableTransactionAction> rows = [.. batches.Select(batch => Row.Delete(campaignId, batch.RowKey, batch.ETag))];
        rows.Add(Row.Write(campaignId, HourPrefix + hour, sum, total));
        await table.CommitAsync(rows);
        return true;
    }

    static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);

    static DateTimeOffset StartOf(string hour) => DateTimeOffset.ParseExact(hour, HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
