using Community.Acquisition.Campaigns;
using Community.Insights;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights;

/// <summary>Holds two campaigns against each other, usually one of each mode.</summary>
public sealed class InvitationModesEndpoint(CampaignStore campaigns, StandingStore standings, OfferSalesStore offerSales, TimeProvider clock)
{
    /// <summary>The figures of campaigns <c>a</c> and <c>b</c> and their differences with 95 % intervals; 400 without either, 404 where one does not exist.</summary>
    [Function("CompareInvitationModes")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/insights/invitation-modes")] HttpRequest request)
    {
        var (a, b) = (request.Query["a"].ToString(), request.Query["b"].ToString());
        if (a.Length == 0) return Problems.Invalid("a", "is missing.");
        if (b.Length == 0) return Problems.Invalid("b", "is missing.");
        if (await FiguresAsync(a) is not { } one) return Problems.NotFound($"There is no campaign {a}.");
        if (await FiguresAsync(b) is not { } other) return Problems.NotFound($"There is no campaign {b}.");
        return ApiJson.Json(new ModeComparisonView(one, other, ModeComparison.Between(one.Counted, other.Counted)));
    }

    async Task<CampaignFiguresView?> FiguresAsync(string campaignId)
    {
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return null;
        var figures = await standings.TotalsAsync(campaignId);
        var orders = (await offerSales.TotalAsync(new OfferReference(OfferKind.Campaign, campaignId))).Orders;
        var days = DaysOpen(campaign, clock.GetUtcNow());
        return new CampaignFiguresView(
            campaign.Id, campaign.Mode, new ModeFigures(figures.Participants, figures.Inviters, figures.Qualified, figures.Joins, figures.Retained, days, orders));
    }

    // At least an hour: of less, nobody would ask how many came a day.
    static double DaysOpen(Campaign campaign, DateTimeOffset now) =>
        Math.Max(((now < campaign.ClosesAt ? now : campaign.ClosesAt) - campaign.OpensAt).TotalDays, 1 / 24.0);
}

/// <summary>One campaign's figures: what was counted, and the shares that follow.</summary>
public sealed record CampaignFiguresView(string CampaignId, CampaignMode Mode, ModeFigures Counted);

/// <summary>Two campaigns and how they differ.</summary>
public sealed record ModeComparisonView(CampaignFiguresView A, CampaignFiguresView B, IReadOnlyList<Difference> Differences);
