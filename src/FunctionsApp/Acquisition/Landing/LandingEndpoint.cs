using Community.Acquisition.Campaigns;
using Community.Groups;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The page that a scan leads to.</summary>
public sealed class LandingEndpoint(CodeCache codes, CampaignStore campaigns, BrandTime brandTime, TimeProvider clock)
{
    /// <summary>
    /// The group that takes members now, as a page, or as JSON when that is asked for. Without one: 404 unknown, 409 not yet open or full,
    /// 410 ended; the page says the same in words, with status 200 where coming back later helps.
    /// </summary>
    [Function("Landing")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "g/{code}")] HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store"; // the same code leads to another group when this one is full
        if (await codes.FindAsync(code) is not { } target) return Problems.NotFound("This code leads nowhere.");
        var campaign = target.Campaign;
        return (campaign.At(clock.GetUtcNow()), WantsJson(request)) switch
        {
            (CampaignState.Planned, true) => Problems.Conflict($"The campaign opens at {campaign.OpensAt:O}."),
            (CampaignState.Planned, false) => Page(new LandingView.NotYetOpen(campaign.Name, brandTime.Format(campaign.OpensAt))),
            ( >= CampaignState.Closed, true) => Problems.Gone("The campaign of this code has ended."),
            ( >= CampaignState.Closed, false) => Page(new LandingView.Ended(campaign.Name), StatusCodes.Status410Gone),
            (_, var json) => (await campaigns.LiveGroupAsync(campaign), json) switch
            {
                (null, true) => Problems.Conflict("Every group of the campaign is full."),
                (null, false) => Page(new LandingView.Full(campaign.Name)),
                ({ } group, true) => ApiJson.Json(new LandingTargetView(group.Id, group.Name, group.JoinUrl!, code)),
                ({ } group, false) => Page(Invitation(group, campaign)),
            },
        };
    }

    static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType.Value is { } first
        && (first.Equals("application/json", StringComparison.OrdinalIgnoreCase) || first.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    static LandingView.Open Invitation(Group group, Campaign campaign) =>
        new(group.Name, group.Charter.Service, group.Charter.Benefits, group.Charter.Rules, group.JoinUrl!, campaign.Name);

    static IResult Page(LandingView view, int status = StatusCodes.Status200OK) =>
        Results.Text(LandingPage.Render(view), "text/html; charset=utf-8", statusCode: status);
}

/// <summary>Where to join, as JSON; <paramref name="State"/> is what the platform hands back with the join.</summary>
public sealed record LandingTargetView(string GroupId, string GroupName, string JoinUrl, string State);
