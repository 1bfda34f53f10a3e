using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using Community.Acquisition.Standings;
using Community.Platform;
using Community.Platform.Texts;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Members who take part in a campaign: each has a code and a poster of their own.</summary>
public sealed class ParticipantEndpoint(StandingStore standings, CampaignStore campaigns, PosterStore posters, PublicAddress address, TimeProvider clock)
{
    const int MaxLines = 6;

    static readonly InlineValidator<string> MemberRules = new() { rules => rules.RuleFor(member => member).ChannelKey().OverridePropertyName("memberId") };

    /// <summary>200 with the member's code and addresses, the same however often it is asked; 404 without such a campaign, 410 when it has ended.</summary>
    [Function("PutParticipant")]
    public async Task<IResult> EnrolAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/campaigns/{campaignId}/participants/{memberId}")] HttpRequest request,
        string campaignId,
        string memberId)
    {
        var checks = await MemberRules.ValidateAsync(memberId);
        if (!checks.IsValid) return Problems.Invalid(checks.ToDictionary());
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return Problems.NotFound($"There is no campaign {campaignId}.");
        var now = clock.GetUtcNow();
        if (campaign.At(now) >= CampaignState.Closed) return Problems.Gone($"The campaign {campaignId} has ended.");

        var (standing, _) = await standings.DecideAsync(campaignId, campaign.Terms, memberId, invitee: null, new StandingCommand.Enrol(posters.NewCode()));
        var posterId = EffectKey.Digest(EffectKey.From(campaignId, "poster", memberId));
        var poster = new Poster(posterId, campaignId, standing.Code!, campaign.Name, [.. campaign.Tiers.All.Take(MaxLines).Select(Line)], now);
        await posters.PutPersonalAsync(poster, memberId);
        var view = PosterView.From(poster, path => address.Absolute(request, path));
        return ApiJson.Json(new ParticipantView(memberId, view.Code, view.ScanUrl, view.SvgUrl, view.ImageUrl, address.Absolute(request, $"/p/{view.Code}")));
    }

    static string Line(Community.Acquisition.Standings.Tier tier) =>
        Phrasebook.Chinese.Format("poster.tier", ("invites", tier.Invites.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("reward", tier.Reward.Title));
}

/// <summary>A participant's own code and where it leads: the scan, the poster and its QR code alone, and their own standing.</summary>
public sealed record ParticipantView(string MemberId, string Code, string ScanUrl, string PosterUrl, string ImageUrl, string StandingUrl);
