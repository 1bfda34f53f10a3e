using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// A campaign as the API shows one; <paramref name="State"/> is that of this moment. <paramref name="Joins"/> are people who came by an inviter,
/// counting or not; <paramref name="Amendments"/> are changes after the report was written; the figures are null in lists.
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
    /// <summary>The view of a campaign.</summary>
    public static CampaignView From(Campaign campaign, CampaignState state, CampaignTotals? figures, CampaignReport? report) => new(
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
        figures?.Joins,
        figures?.Credits,
        figures?.Participants,
        figures?.Qualified,
        figures?.CostMinor,
        campaign.SettledAt,
        report,
        figures?.Amendments);
}
