using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Counts of scans: a row for each batch, and later a row an hour, once no batch can arrive again. Rows are folded in
/// one transaction, so the sum of all rows is the number of scans at every time.
/// </summary>
public sealed class ScanCountStore(ScansTable table)
{
    const string AllPrefix = "scan-";
    const string HourPrefix = "scan-hour-";
    const string BatchPrefix = "scan-raw-";
    const int MaxBatches = 99;

    /// <summary>The row key of a batch.</summary>
    public static string BatchKey(DateTimeOffset at, string batchId) =>
        $"{BatchPrefix}{BatchHour.Format(at)}-{batchId}";

    /// <summary>One page of counts: hours first, then batches, each in order of time.</summary>
    public async Task<Slice<ScanCount>> PageAsync(string campaignId, int size, string? continuation) =>
        (await table.PageAsync<ScanCount>(campaignId, AllPrefix, size, continuation)).Map(row => row.Value);

    /// <summary>Folds the oldest batches into their hour; false when no batch is old enough.</summary>
    public async Task<bool> FoldAsync(string campaignId, DateTimeOffset now)
    {
        var oldest = await table.PageAsync<ScanCount>(campaignId, BatchPrefix, MaxBatches, continuation: null);
        var foldsUntil = now - BatchHour.LateBatchWindow;
        if (oldest.Items.Count == 0 || oldest.Items[0].Value.At > foldsUntil) return false;
        var hour = BatchHour.Format(oldest.Items[0].Value.At);
        var batches = oldest.Items.Where(batch => IsInHour(batch, hour) && batch.Value.At <= foldsUntil).ToList();
        var total = await table.FindAsync<ScanCount>(campaignId, HourPrefix + hour);
        var sum = Sum(BatchHour.Parse(hour), batches.Append(total).OfType<Stored<ScanCount>>());
        await table.CommitAsync(
        [
            .. batches.Select(batch => Row.Delete(campaignId, batch.RowKey, batch.ETag)),
            Row.Write(campaignId, HourPrefix + hour, sum, total),
        ]);
        return true;
    }

    static bool IsInHour(Stored<ScanCount> batch, string hour) =>
        batch.RowKey.StartsWith(BatchPrefix + hour, StringComparison.Ordinal);

    static ScanCount Sum(DateTimeOffset at, IEnumerable<Stored<ScanCount>> counts) => new(at, counts
        .SelectMany(count => count.Value.Codes)
        .GroupBy(code => code.Key)
        .ToDictionary(code => code.Key, code => code.Sum(part => part.Value)));
}
