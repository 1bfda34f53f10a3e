using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>The campaigns of a member.</summary>
public sealed class ParticipationEndpoint(
    ParticipationStore participations, StandingStore standings, CampaignStore campaigns, TimeProvider clock)
{
    /// <summary>
    /// The campaigns in which a member enrolled or invited, by pages, in order of their ids, with the number of
    /// invitees by state; empty for an unknown member.
    /// </summary>
    [Function("ListMemberCampaigns")]
    [Page<ParticipationView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/members/{memberId}/campaigns")]
        HttpRequest request,
        string memberId) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await participations.PageAsync(memberId, size, continuation);
            var found = await Task.WhenAll(page.Items.Select(campaign => FindAsync(campaign, memberId)));
            return new Slice<ParticipationView>([.. found.OfType<ParticipationView>()], page.Continuation);
        });

    async Task<ParticipationView?> FindAsync(string campaignId, string memberId) =>
        await standings.FindAsync(campaignId, memberId) is { } standing
        && await campaigns.FindAsync(campaignId) is { Value: var campaign }
            ? ParticipationView.From(standing, campaign, clock.GetUtcNow())
            : null;
}

/// <summary>
/// A campaign of a member; <c>Tier</c> is the number of invites of the highest tier that the member reached.
/// </summary>
public sealed record ParticipationView(
    string CampaignId,
    string Name,
    CampaignState State,
    int Credits,
    int Revoked,
    int UnderReview,
    int Refused,
    int? Tier,
    DateTimeOffset? LastCreditAt)
{
    public static ParticipationView From(Standing standing, Campaign campaign, DateTimeOffset now) => new(
        campaign.Id,
        campaign.Name,
        campaign.StateAt(now),
        standing.Credits,
        standing.Revoked,
        standing.UnderReview,
        standing.Refused,
        campaign.Tiers.All.LastOrDefault(tier => tier.Invites <= standing.Credits)?.Invites,
        standing.LastCreditAt);
}
