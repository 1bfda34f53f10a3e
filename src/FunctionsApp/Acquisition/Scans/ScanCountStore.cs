using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Counts of scans: a row for each batch, later parts of an hour, and at last a total. <see cref="ScanFolding"/> moves
/// them in transactions, so the sum of all rows is the number of scans at every time. A mark for each batch outlives
/// its row, so that a batch that comes again after it was folded is not counted again.
/// </summary>
public sealed class ScanCountStore(ScansTable table, ScanDays days)
{
    /// <summary>Adds the scans of one batch. A repeat changes nothing.</summary>
    public async Task AddAsync(CampaignScans scans, string batchId, DateTimeOffset at)
    {
        await days.Batches.AddAsync(at, scans.CampaignId);
        await days.Marks.AddAsync(at, scans.CampaignId);
        var key = $"{BatchHour.Format(at)}-{batchId}";
        await table.TryCommitAsync(
            Row.Add(scans.CampaignId, ScanKeys.Batch + key, new ScanCount(at, scans.Codes)),
            Row.Add(scans.CampaignId, ScanKeys.Mark + key, at));
    }

    /// <summary>One page of counts: the total of old hours, hours, then batches, each in order of time.</summary>
    public async Task<Slice<ScanCount>> PageAsync(string campaignId, int size, string? continuation) =>
        (await table.PageAsync<ScanCount>(campaignId, ScanKeys.Count, size, continuation)).Map(row => row.Value);

    /// <summary>Deletes marks of days before the instant, at most <paramref name="budget"/>.</summary>
    public Task ForgetMarksAsync(DateTimeOffset horizon, int budget) =>
        days.Marks.StepAsync(horizon, budget, async (day, rest) =>
        {
            var deleted = await table.ForgetAsync<DateTimeOffset>(
                day.Owner,
                ScanKeys.Mark + BatchHour.Format(day.Day),
                rest,
                _ => true,
                mark => [Row.Delete(day.Owner, mark.RowKey, mark.ETag)]);
            return DayVisit.OfDeletion(deleted, rest);
        });
}
