using FunctionsApp.Acquisition.Campaigns;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Folds the batches of scans into one row an hour, so that a campaign has few rows of counts.</summary>
public sealed class FoldScansFunction(ScanCountStore counts, CampaignStore campaigns, TimeProvider clock)
{
    const int CampaignsPerPage = 100;

    [Function("FoldScans")]
    public async Task Fold([TimerTrigger("0 10 * * * *")] TimerInfo timer)
    {
        string? continuation = null;
        do
        {
            var page = await campaigns.PageAsync(CampaignsPerPage, continuation);
            foreach (var campaign in page.Items) await FoldAllAsync(campaign.Id);
            continuation = page.Continuation;
        }
        while (continuation is not null);
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
