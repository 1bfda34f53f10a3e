using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Shows how often codes were scanned, and keeps the counts small.</summary>
public sealed class ScanCountFunctions(ScanCountStore counts, CampaignStore campaigns, TimeProvider clock)
{
    const int CampaignsAtOnce = 100;

    /// <summary>Counts by pages: <c>{"at","codes":{"{code}":n}}</c>; a campaign's scans are the sum of all.</summary>
    [Function("ListScans")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}/scans")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is null
            ? Problems.NotFound($"There is no campaign {campaignId}.")
            : await Paging.AnswerAsync(request, (size, continuation) => counts.PageAsync(campaignId, size, continuation));

    /// <summary>Every hour: folds settled batches into hours.</summary>
    [Function("FoldScans")]
    public async Task Fold([TimerTrigger("0 10 * * * *")] TimerInfo timer)
    {
        string? continuation = null;
        do
        {
            var page = await campaigns.PageAsync(CampaignsAtOnce, continuation);
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
