using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Who brought how many: for operators, and for each participant.</summary>
public sealed class StandingEndpoints(StandingStore standings, CampaignStore campaigns, CodeCache codes)
{
    /// <summary>Standings by pages: most credits first, of as many the earlier; 404 without such a campaign.</summary>
    [Function("ListStandings")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}/standings")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is not { Value: var campaign }
            ? Problems.NotFound($"There is no campaign {campaignId}.")
            : await Paging.AnswerAsync(
                request,
                async (size, continuation) =>
                    (await standings.PageAsync(campaignId, size, continuation)).Map(standing => StandingView.From(standing, campaign.Tiers.All)));

    /// <summary>What changed after the campaign had settled, by pages, in order of time: the report itself stays; 404 without such a campaign.</summary>
    [Function("ListAmendments")]
    public async Task<IResult> Amendments(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}/amendments")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is null
            ? Problems.NotFound($"There is no campaign {campaignId}.")
            : await Paging.AnswerAsync(request, (size, continuation) => standings.AmendmentsAsync(campaignId, size, continuation));

    /// <summary>A participant's own standing by their code; 404 for a code that is nobody's own.</summary>
    [Function("OwnStanding")]
    public async Task<IResult> Own([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "p/{code}")] HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await codes.FindAsync(code) is { Code.Inviter: { } inviter, Campaign: var campaign }
            && await standings.FindAsync(campaign.Id, inviter) is { } standing
            ? ApiJson.Json(OwnStandingView.From(campaign.Name, standing, campaign.Tiers.All))
            : Problems.NotFound("This code is nobody's own.");
    }
}
