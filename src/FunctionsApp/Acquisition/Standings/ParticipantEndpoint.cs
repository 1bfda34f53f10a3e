using System.Globalization;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using Community.Acquisition.Standings;
using Community.Platform;
using Community.Platform.Texts;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Enrols members in a campaign. Each has a personal code and a poster.</summary>
public sealed class ParticipantEndpoint(
    StandingStore standings, CampaignStore campaigns, PosterStore posters, PublicAddress address, TimeProvider clock)
{
    const int MaxLines = 6;

    static readonly InlineValidator<string> MemberValidator = new()
    {
        validator => validator.RuleFor(member => member).ChannelKey().OverridePropertyName("memberId"),
    };

    /// <summary>
    /// 200 with the member's code and addresses; a repeat returns the same. 410 when the campaign has ended.
    /// </summary>
    [Function("PutParticipant")]
    [Response<ParticipantView>, Problem(400, 410)]
    public async Task<IResult> Enrol(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/campaigns/{campaignId}/participants/{memberId}")]
        HttpRequest request,
        string campaignId,
        string memberId)
    {
        var validation = await MemberValidator.ValidateAsync(memberId);
        if (!validation.IsValid) return Problems.Invalid(validation.ToDictionary());
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign })
            return Problems.NotFound($"There is no campaign {campaignId}.");
        if (campaign.StateAt(clock.GetUtcNow()) >= CampaignState.Closed)
            return Problems.Gone($"The campaign {campaignId} has ended.");
        var poster = await EnrolAsync(campaign, memberId);
        return ApiJson.Json(ParticipantView.From(memberId, poster, path => address.Absolute(request, path)));
    }

    static string Line(Tier tier) => Phrasebook.Chinese.Format(
        "poster.tier",
        ("invites", tier.Invites.ToString(CultureInfo.InvariantCulture)),
        ("reward", tier.Reward.Title));

    async Task<Poster> EnrolAsync(Campaign campaign, string memberId)
    {
        var (standing, _) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Enrol(posters.NewCode()));
        var poster = new Poster(
            EffectKey.Digest(EffectKey.From(campaign.Id, "poster", memberId)),
            campaign.Id,
            standing.Code!,
            campaign.Name,
            [.. campaign.Tiers.All.Take(MaxLines).Select(Line)],
            clock.GetUtcNow());
        return await posters.PutPersonalAsync(poster, memberId);
    }
}

/// <summary>
/// A participant's personal code and its addresses: the scan, the poster, the QR code alone and the participant's own
/// standing.
/// </summary>
public sealed record ParticipantView(
    string MemberId, string Code, string ScanUrl, string PosterUrl, string ImageUrl, string StandingUrl)
{
    /// <summary>The view with absolute addresses.</summary>
    public static ParticipantView From(string memberId, Poster poster, Func<string, string> absolute)
    {
        var view = PosterView.From(poster, absolute);
        return new(memberId, view.Code, view.ScanUrl, view.SvgUrl, view.ImageUrl, absolute($"/p/{view.Code}"));
    }
}
