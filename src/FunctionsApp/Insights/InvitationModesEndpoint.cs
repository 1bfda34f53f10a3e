using Community.Acquisition.Campaigns;
using Community.Insights;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights;

/// <summary>Compares two campaigns, usually one of each mode.</summary>
public sealed class InvitationModesEndpoint(
    CampaignStore campaigns,
    StandingStore standings,
    OfferSalesStore offerSales,
    CampaignClickStore clicks,
    TimeProvider clock)
{
    /// <summary>
    /// The figures of campaigns <c>a</c> and <c>b</c> and their differences with 95 % intervals; 400 when an id is
    /// missing, 404 for an unknown campaign.
    /// </summary>
    [Function("CompareInvitationModes")]
    [Response<ModeComparisonView>]
    [Query<string>("a", "The id of a campaign.", IsRequired = true)]
    [Query<string>("b", "The id of the other campaign.", IsRequired = true)]
    [Problem(404)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/invitation-modes")] HttpRequest request)
    {
        var (idA, idB) = (request.Query["a"].ToString(), request.Query["b"].ToString());
        if (idA.Length == 0) return Problems.Invalid("a", "is missing.");
        if (idB.Length == 0) return Problems.Invalid("b", "is missing.");
        if (await FiguresAsync(idA) is not { } a) return Problems.NotFound($"There is no campaign {idA}.");
        if (await FiguresAsync(idB) is not { } b) return Problems.NotFound($"There is no campaign {idB}.");
        return ApiJson.Json(new ModeComparisonView(a, b, ModeComparison.Compare(a.Counted, b.Counted)));
    }

    async Task<CampaignFiguresView?> FiguresAsync(string campaignId)
    {
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return null;
        var totals = await standings.TotalsAsync(campaignId);
        var sales = await offerSales.TotalAsync(new OfferReference(OfferKind.Campaign, campaignId));
        var figures = new ModeFigures(
            totals.Participants,
            totals.Inviters,
            totals.Qualified,
            totals.Joins,
            totals.Retained,
            DaysOpen(campaign, clock.GetUtcNow()),
            sales.Orders,
            await clicks.CountAsync(campaignId));
        return new CampaignFiguresView(campaign.Id, campaign.Mode, figures);
    }

    // At least an hour, because a rate per day over a shorter time is meaningless.
    static double DaysOpen(Campaign campaign, DateTimeOffset now) =>
        Math.Max(((now < campaign.ClosesAt ? now : campaign.ClosesAt) - campaign.OpensAt).TotalDays, 1 / 24.0);
}

public sealed record CampaignFiguresView(string CampaignId, CampaignMode Mode, ModeFigures Counted);

public sealed record ModeComparisonView(
    CampaignFiguresView A, CampaignFiguresView B, IReadOnlyList<Difference> Differences);
