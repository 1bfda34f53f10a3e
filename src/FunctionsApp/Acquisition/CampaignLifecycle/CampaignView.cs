using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Messaging.Channels;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// A campaign in the API. <paramref name="State"/> is the state at the time of the request. <paramref name="Joins"/>
/// are invitees with and without credit; <paramref name="Amendments"/> are changes after the report. The figures are
/// null in lists.
/// </summary>
public sealed record CampaignView(
    string Id,
    string Name,
    CampaignMode Mode,
    CampaignState State,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> GroupIds,
    DateTimeOffset CreatedAt,
    IReadOnlyList<Tier> Tiers,
    QualifyingTarget? Target,
    double GraceHours,
    bool NewcomersOnly,
    long GiftCapMinor,
    IReadOnlyList<Finding> Findings,
    Acknowledgement? Acknowledgement,
    int? Joins,
    int? Credits,
    int? Participants,
    int? Qualified,
    long? CostMinor,
    DateTimeOffset? SettledAt,
    CampaignReport? Report,
    int? Amendments = null)
{
    /// <summary>
    /// What those are told who came, brought nobody and are still there when the campaign settles; null for nothing.
    /// </summary>
    public string? NextStep { get; init; }

    /// <summary>Who performs the campaign's actions on the channel; null in lists.</summary>
    public IReadOnlyList<ChannelActionView>? Channel { get; init; }

    /// <summary>The view without figures, for lists.</summary>
    public static CampaignView From(Campaign campaign, CampaignState state) =>
        From(campaign, state, totals: null, report: null);

    public static CampaignView From(
        Campaign campaign, CampaignState state, CampaignTotals? totals, CampaignReport? report) => new(
        campaign.Id,
        campaign.Name,
        campaign.Mode,
        state,
        campaign.OpensAt,
        campaign.ClosesAt,
        campaign.GroupIds,
        campaign.CreatedAt,
        campaign.Tiers.All,
        campaign.Target,
        campaign.Grace.TotalHours,
        campaign.NewcomersOnly,
        campaign.GiftCapMinor,
        campaign.Findings,
        campaign.Acknowledgement,
        totals?.Joins,
        totals?.Credits,
        totals?.Participants,
        totals?.Qualified,
        totals?.CostMinor,
        campaign.SettledAt,
        report,
        totals?.Amendments)
        {
            NextStep = campaign.NextStep,
        };
}
