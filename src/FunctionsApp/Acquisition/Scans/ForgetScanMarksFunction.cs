using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Deletes the marks of batches that can no longer come again, in bounded steps.</summary>
public sealed class ForgetScanMarksFunction(ScanCountStore counts, CatalogWalk walk, TimeProvider clock)
{
    // In one run; a brand stores fewer batches in an hour.
    const int MaxMarks = 10_000;

    [Function("ForgetScanMarks")]
    public Task Forget([TimerTrigger("0 40 * * * *")] TimerInfo timer)
    {
        var horizon = clock.GetUtcNow() - BatchHour.MarkRetention;
        return walk.StepAsync(
            "scan-marks",
            CampaignStore.CatalogKind,
            MaxMarks,
            (campaignId, budget) => counts.ForgetMarksAsync(campaignId, horizon, budget));
    }
}
