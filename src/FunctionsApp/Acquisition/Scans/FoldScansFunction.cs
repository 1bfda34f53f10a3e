using FunctionsApp.Acquisition.Campaigns;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Folds the batches of scans into one row for each hour, so that a campaign's counts stay few.</summary>
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
            foreach (var campaign in page.Items)
            {
                while (await counts.FoldAsync(campaign.Id, clock.GetUtcNow()))
                {
                    // a transaction holds so many batches; the next one holds the rest
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
