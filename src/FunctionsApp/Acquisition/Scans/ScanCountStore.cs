using System.Globalization;
using Community.Acquisition.Scans;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Counts of scans: a row for each batch, and later parts of an hour. Rows are folded in one transaction, so the sum of
/// all rows is the number of scans at every time. A mark for each batch outlives its row, so that a batch that comes
/// again after it was folded is not counted again.
/// </summary>
public sealed class ScanCountStore(ScansTable table)
{
    const string AllPrefix = "scan-";
    const string HourPrefix = "scan-hour-";
    const string BatchPrefix = "scan-raw-";
    const string MarkPrefix = "batch-";
    const int MaxBatches = 99;
    const int LastPart = 999_999;

    // Most batches of an hour have arrived by then.
    static readonly TimeSpan FoldAfter = TimeSpan.FromHours(2);

    /// <summary>Adds the scans of one batch. A repeat changes nothing.</summary>
    public Task AddAsync(CampaignScans scans, string batchId, DateTimeOffset at)
    {
        var key = $"{BatchHour.Format(at)}-{batchId}";
        return table.TryCommitAsync(
            Row.Add(scans.CampaignId, BatchPrefix + key, new ScanCount(at, scans.Codes)),
            Row.Add(scans.CampaignId, MarkPrefix + key, at));
    }

    /// <summary>One page of counts: hours first, then batches, each in order of time.</summary>
    public async Task<Slice<ScanCount>> PageAsync(string campaignId, int size, string? continuation) =>
        (await table.PageAsync<ScanCount>(campaignId, AllPrefix, size, continuation)).Map(row => row.Value);

    /// <summary>Folds the oldest batches into their hour; false when no batch is old enough.</summary>
    public Task<bool> FoldAsync(string campaignId, DateTimeOffset now) =>
        table.RetryAsync(() => FoldOnceAsync(campaignId, now));

    /// <summary>
    /// Deletes marks from before the instant, oldest first, at most <paramref name="budget"/>; returns how many.
    /// </summary>
    public Task<int> ForgetMarksAsync(string campaignId, DateTimeOffset horizon, int budget) =>
        table.ForgetAsync<DateTimeOffset>(
            campaignId,
            MarkPrefix,
            budget,
            at => at < horizon,
            mark => [Row.Delete(campaignId, mark.RowKey, mark.ETag)]);

    async Task<bool> FoldOnceAsync(string campaignId, DateTimeOffset now)
    {
        var oldest = await table.PageAsync<ScanCount>(campaignId, BatchPrefix, MaxBatches, continuation: null);
        var foldsUntil = now - FoldAfter;
        if (oldest.Items.Count == 0 || oldest.Items[0].Value.At > foldsUntil) return false;
        var hour = BatchHour.Format(oldest.Items[0].Value.At);
        var batches = oldest.Items.Where(batch => IsInHour(batch, hour) && batch.Value.At <= foldsUntil).ToList();
        var lastPart = await FindLastPartAsync(campaignId, hour);
        var fold = ScanFoldRules.Fold(lastPart?.Value.Codes, [.. batches.Select(batch => batch.Value.Codes)]);
        var sum = new ScanCount(BatchHour.Parse(hour), fold.Codes);
        await table.CommitAsync(
        [
            .. batches.Take(fold.Batches).Select(batch => Row.Delete(campaignId, batch.RowKey, batch.ETag)),
            fold.IsNewPart
                ? Row.Add(campaignId, NextPartKey(hour, lastPart), sum)
                : Row.Write(campaignId, lastPart!.RowKey, sum, lastPart),
        ]);
        return true;
    }

    // Numbers that decrease make the last part the first row of its hour.
    async Task<Stored<ScanCount>?> FindLastPartAsync(string campaignId, string hour) =>
        (await table.RowsAfterAsync<ScanCount>(campaignId, PartPrefix(hour), after: null, 1)) is [var last]
            ? last
            : null;

    static string NextPartKey(string hour, Stored<ScanCount>? lastPart)
    {
        var prefix = PartPrefix(hour);
        var number = lastPart is null
            ? LastPart
            : int.Parse(lastPart.RowKey[prefix.Length..], CultureInfo.InvariantCulture) - 1;
        return $"{prefix}{number:d6}";
    }

    static string PartPrefix(string hour) => $"{HourPrefix}{hour}-";

    static bool IsInHour(Stored<ScanCount> batch, string hour) =>
        batch.RowKey.StartsWith(BatchPrefix + hour, StringComparison.Ordinal);
}
