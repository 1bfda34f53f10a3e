using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.JoinWays;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Landing;

/// <summary>The page that a scan leads to.</summary>
public sealed class LandingEndpoint(
    CodeCache codes, CampaignStore campaigns, JoinWayService joinWays, BrandTime brandTime, TimeProvider clock)
{
    /// <summary>
    /// The group that takes members now, as a page or as JSON, by the header <c>Accept</c>. Without a group the JSON is
    /// 404 for an unknown code, 409 when the campaign is not yet open or full, 410 when it has ended; the page says the
    /// same, with status 200 when a later visit helps.
    /// </summary>
    [Function("Landing")]
    [Public]
    [Response<LandingTargetView>, Response(200, "text/html"), Response(410, "text/html"), Problem(409, 410)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "g/{code}")] HttpRequest request, string code)
    {
        // The same code leads to another group when this one is full.
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (await codes.FindAsync(code) is not { } target) return Problems.NotFound("This code leads nowhere.");
        return target.Campaign.StateAt(clock.GetUtcNow()) switch
        {
            CampaignState.Planned => NotYetOpen(request, target.Campaign),
            >= CampaignState.Closed => Ended(request, target.Campaign),
            _ when await campaigns.FindLiveGroupAsync(target.Campaign) is { } group =>
                await OpenAsync(request, target, group),
            _ => Full(request, target.Campaign),
        };
    }

    static IResult Ended(HttpRequest request, Campaign campaign) => AcceptHeader.PrefersJson(request)
        ? Problems.Gone("The campaign of this code has ended.")
        : Page(new LandingView.Ended(campaign.Name), StatusCodes.Status410Gone);

    static IResult Full(HttpRequest request, Campaign campaign) => AcceptHeader.PrefersJson(request)
        ? Problems.Conflict(ConflictKind.LimitReached, "Every group of the campaign is full.")
        : Page(new LandingView.Full(campaign.Name));

    static IResult Page(LandingView view, int status = StatusCodes.Status200OK) =>
        Results.Text(LandingPage.Render(view), "text/html; charset=utf-8", statusCode: status);

    async Task<IResult> OpenAsync(HttpRequest request, CodeTarget target, Group group)
    {
        var isVisit = HttpMethods.IsGet(request.Method);
        var qrCode = await joinWays.FindQrCodeAsync(target.Code, group, isVisit);
        if (AcceptHeader.PrefersJson(request))
        {
            return ApiJson.Json(
                new LandingTargetView(group.Id, group.Name, group.JoinUrl!, target.Code.Code, qrCode.Url));
        }

        // The join link would credit nobody.
        if (qrCode.IsExpected) return Page(new LandingView.Preparing(group.Name, target.Campaign.Name));
        return Page(new LandingView.Open(
            group.Name,
            group.Charter.Service,
            group.Charter.Benefits,
            group.Charter.Rules,
            group.JoinUrl!,
            target.Campaign.Name,
            qrCode.Url));
    }

    IResult NotYetOpen(HttpRequest request, Campaign campaign) => AcceptHeader.PrefersJson(request)
        ? Problems.Conflict(ConflictKind.TooEarly, $"The campaign opens at {campaign.OpensAt:O}.")
        : Page(new LandingView.NotYetOpen(campaign.Name, brandTime.Format(campaign.OpensAt)));
}

/// <summary>
/// The group to join, as JSON; the platform returns <paramref name="State"/> with the join.
/// <paramref name="QrCodeUrl"/> is the address of the image of the platform's QR code that does so; null on channels
/// without one, and until it is made after the first visit.
/// </summary>
public sealed record LandingTargetView(
    string GroupId, string GroupName, string JoinUrl, string State, string? QrCodeUrl);
