using System.Text.Json.Serialization;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.CampaignLifecycle;

namespace FunctionsApp.Transfer.Documents;

/// <summary>
/// A campaign with its shared posters. Posters of participants are not part of it, because they belong to members.
/// </summary>
public sealed record CampaignItem(
    string? Id,
    string? Name,
    string? Mode,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    IReadOnlyList<string>? GroupIds,
    IReadOnlyList<TierRequest>? Tiers = null,
    CreateCampaignRequest.TargetRequest? Target = null,
    int? GraceHours = null,
    bool? NewcomersOnly = null,
    long? GiftCapMinor = null,
    AcknowledgementRequest? Acknowledgement = null,
    string? NextStep = null,
    [property: JsonPropertyOrder(1)] IReadOnlyList<PosterItem>? Posters = null)
    : CreateCampaignRequest(
        Id,
        Name,
        Mode,
        OpensAt,
        ClosesAt,
        GroupIds,
        Tiers,
        Target,
        GraceHours,
        NewcomersOnly,
        GiftCapMinor,
        Acknowledgement,
        NextStep)
{
    public static CampaignItem From(Campaign campaign, IReadOnlyList<PosterItem> posters) => new(
        campaign.Id,
        campaign.Name,
        campaign.Mode.ToString(),
        campaign.OpensAt.ToUniversalTime(),
        campaign.ClosesAt.ToUniversalTime(),
        campaign.GroupIds,
        [.. campaign.Tiers.All.Select(From)],
        campaign.Target is { } target ? new TargetRequest(target.Invites, target.GroupId) : null,
        (int)campaign.Grace.TotalHours,
        campaign.NewcomersOnly,
        campaign.GiftCapMinor,
        ContentPlanItem.From(campaign.Acknowledgement),
        campaign.NextStep,
        posters);

    static TierRequest From(Tier tier) => new(
        tier.Invites,
        new TierRequest.RewardRequest(
            tier.Reward.Kind.ToString(),
            tier.Reward.Title,
            tier.Reward.PercentOff,
            tier.Reward.Points,
            tier.Reward.CostMinor,
            tier.Reward.Stock));
}

/// <summary>
/// A shared poster. <c>code</c> is the text of its QR code, of which another brand makes a new one.
/// </summary>
public sealed record PosterItem(string? Id, string? Code, string? Title, IReadOnlyList<string>? Lines)
{
    public static PosterItem From(Poster poster) => new(poster.Id, poster.Code, poster.Title, poster.Lines);
}
