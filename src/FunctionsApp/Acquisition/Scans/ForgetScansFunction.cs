using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Folds old hours of scans into the totals of their campaigns, and deletes the marks of batches that can no longer
/// come again, in bounded steps.
/// </summary>
public sealed class ForgetScansFunction(
    ScanFolding folding, ScanCountStore counts, ScanRetention retention, TimeProvider clock)
{
    // Of each kind in one run; a brand stores fewer in an hour.
    const int MaxRows = 10_000;

    [Function("ForgetScans")]
    public async Task Forget([TimerTrigger("0 40 * * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await folding.FoldHoursAsync(now - retention.Hours, MaxRows);
        await counts.ForgetMarksAsync(now - BatchHour.MarkRetention, MaxRows);
    }
}
