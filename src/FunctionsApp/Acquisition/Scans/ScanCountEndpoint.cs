using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

public sealed class ScanCountEndpoint(ScanCountStore counts, CampaignStore campaigns)
{
    /// <summary>Counts by pages: <c>{"at","codes":{"{code}":n}}</c>; the sum of all is the campaign's scans.</summary>
    [Function("ListScans")]
    [Page<ScanCount>]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/scans")]
        HttpRequest request,
        string campaignId) =>
        await campaigns.FindAsync(campaignId) is null
            ? Problems.NotFound($"There is no campaign {campaignId}.")
            : await Paging.AnswerAsync(
                request, (size, continuation) => counts.PageAsync(campaignId, size, continuation));
}
