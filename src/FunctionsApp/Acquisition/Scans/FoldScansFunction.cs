using FunctionsApp.Acquisition.Campaigns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Folds the batches of scans into rows of an hour, so that a campaign has few rows of counts.</summary>
public sealed class FoldScansFunction(
    ScanCountStore counts, CampaignStore campaigns, TimeProvider clock, ILogger<FoldScansFunction> log)
{
    const int CampaignsPerPage = 100;

    /// <summary>
    /// Folds each campaign by itself. A campaign that fails is logged, and the next run tries it again.
    /// </summary>
    [Function("FoldScans")]
    public async Task Fold([TimerTrigger("0 10 * * * *")] TimerInfo timer)
    {
        string? continuation = null;
        do
        {
            var page = await campaigns.PageAsync(CampaignsPerPage, continuation);
            foreach (var campaign in page.Items) await TryFoldAllAsync(campaign.Id);
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    async Task TryFoldAllAsync(string campaignId)
    {
        try
        {
            await FoldAllAsync(campaignId);
        }
#pragma warning disable CA1031 // any failure of one campaign must not keep back the others
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The scans of the campaign {CampaignId} could not be folded.", campaignId);
        }
    }

    async Task FoldAllAsync(string campaignId)
    {
        bool isFolded;
        do
        {
            isFolded = await counts.FoldAsync(campaignId, clock.GetUtcNow());
        }
        while (isFolded);
    }
}
