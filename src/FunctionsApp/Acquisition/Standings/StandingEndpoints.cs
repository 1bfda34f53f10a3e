using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Standings for operators, and for each participant their own.</summary>
public sealed class StandingEndpoints(
    StandingStore standings, InviteeStore invitees, CampaignStore campaigns, CodeCache codes)
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
            var names = await invitees.NamesAsync(page.Items.Select(standing => standing.MemberId));
            var named = page.Items.Zip(
                names, (standing, name) => StandingView.From(standing, name, campaign.Tiers.All));
            return new Slice<StandingView>([.. named], page.Continuation);
        });
    }

    /// <summary>
    /// Those whom a participant invited, by pages, in order of id: whether each counts, and if not, why. Empty for a
    /// member who invited none; 404 when there is no such campaign.
    /// </summary>
    [Function("ListInvitees")]
    [Page<InviteeView>]
    public async Task<IResult> Invitees(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}/participants/{memberId}/invitees")]
        HttpRequest request,
        string campaignId,
        string memberId)
    {
        if (await campaigns.FindAsync(campaignId) is null) return NotFound(campaignId);
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await standings.CreditsAsync(campaignId, memberId, size, continuation);
            var names = await invitees.NamesAsync(page.Items.Select(credit => credit.Claim.Invitee));
            return new Slice<InviteeView>([.. page.Items.Zip(names, InviteeView.From)], page.Continuation);
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
