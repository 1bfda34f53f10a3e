using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Standings for operators, and for each participant their own.</summary>
public sealed class StandingEndpoints(StandingStore standings, CampaignStore campaigns, CodeCache codes)
{
    /// <summary>Standings by pages: most credits first, then the earlier latest credit.</summary>
    [Function("ListStandings")]
    [Page<StandingView>]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/standings")]
        HttpRequest request,
        string campaignId)
    {
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return NotFound(campaignId);
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await standings.PageAsync(campaignId, size, continuation);
            return page.Map(standing => StandingView.From(standing, campaign.Tiers.All));
        });
    }

    /// <summary>Changes after the campaign settled, by pages, in order of time.</summary>
    [Function("ListAmendments")]
    [Page<Amendment>]
    public async Task<IResult> Amendments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/amendments")]
        HttpRequest request,
        string campaignId) =>
        await campaigns.FindAsync(campaignId) is null
            ? NotFound(campaignId)
            : await Paging.AnswerAsync(
                request, (size, continuation) => standings.AmendmentsAsync(campaignId, size, continuation));

    /// <summary>
    /// A participant's own standing by their personal code, as JSON, or as a page for browsers; 404 for any other code.
    /// </summary>
    [Function("OwnStanding")]
    [Public]
    [Response<OwnStandingView>, Response(200, "text/html")]
    public async Task<IResult> Own(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "p/{code}")] HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await codes.FindAsync(code) is { Code.Inviter: { } inviter, Campaign: var campaign }
            && await standings.FindAsync(campaign.Id, inviter) is { } standing
            ? Answer(request, OwnStandingView.From(campaign.Name, standing, campaign.Tiers.All))
            : Problems.NotFound("This code is nobody's own.");
    }

    static IResult Answer(HttpRequest request, OwnStandingView view) => AcceptHeader.PrefersHtml(request)
        ? Results.Text(OwnStandingPage.Render(view), "text/html; charset=utf-8")
        : ApiJson.Json(view);

    static IResult NotFound(string campaignId) => Problems.NotFound($"There is no campaign {campaignId}.");
}
