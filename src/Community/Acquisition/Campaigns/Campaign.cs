using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Acquisition.Campaigns;

public enum CampaignMode
{
    /// <summary>扫码进群: people scan a shared poster and join by themselves.</summary>
    PosterShare,

    /// <summary>邀请好友: a member adds them.</summary>
    DirectInvite,
}

public enum CampaignState
{
    Planned,

    Open,

    /// <summary>The codes answer that the campaign has ended; grace periods still run.</summary>
    Closed,

    /// <summary>Every grace period is over and the rewards are final.</summary>
    Settled,

    Cancelled,
}

/// <summary>
/// 裂变活动: an acquisition drive. <paramref name="GroupIds"/> are in the order in which they are filled;
/// <paramref name="LiveGroup"/> is the index at which the search for a group that takes members starts.
/// </summary>
public sealed record Campaign(
    string Id,
    string Name,
    CampaignMode Mode,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> GroupIds,
    DateTimeOffset CreatedAt,
    int LiveGroup = 0)
{
    public Tiers Tiers { get; init; } = Tiers.None;

    public int TermsRevision { get; init; }

    public QualifyingTarget? Target { get; init; }

    /// <summary>
    /// What those are told in their group who came, brought nobody and are still there (仍有期待) when the campaign
    /// settles; null to tell them nothing.
    /// </summary>
    public string? NextStep { get; init; }

    /// <summary>An invitee who leaves within this period after the join does not count.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);

    public bool NewcomersOnly { get; init; }

    /// <summary>The most that one participant's gifts may cost, in minor units.</summary>
    public long GiftCapMinor { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>The number of groups before the last ones were added; null when none were added.</summary>
    public int? GroupCountBefore { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset GraceEndsAt =>
        DateTimeOffset.MaxValue - ClosesAt < Grace ? DateTimeOffset.MaxValue : ClosesAt + Grace;

    [JsonIgnore]
    public InvitationTerms Terms => new(Tiers.All, Target, GiftCapMinor);

    /// <summary>Open from <see cref="OpensAt"/> inclusive to <see cref="ClosesAt"/> exclusive.</summary>
    public CampaignState StateAt(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => CampaignState.Cancelled,
        { SettledAt: not null } => CampaignState.Settled,
        _ when now < OpensAt => CampaignState.Planned,
        _ when now < ClosesAt => CampaignState.Open,
        _ => CampaignState.Closed,
    };

    public IEnumerable<string> AllGroupIds() =>
        Target is { } target ? GroupIds.Append(target.GroupId).Distinct(StringComparer.Ordinal) : GroupIds;

    /// <summary>True when a join or leave at this instant can change a credit or a retention.</summary>
    public bool IsCountingAt(DateTimeOffset at) =>
        at >= OpensAt && (at < GraceEndsAt || at - ClosesAt < Invitee.Retention);

    /// <summary>The inviter by <see cref="Mode"/>; null when the campaign was not open at the join.</summary>
    public string? FindInviter(DateTimeOffset joinedAt, string? codeOwner, string? addedBy)
    {
        if (joinedAt < OpensAt || joinedAt >= ClosesAt) return null;
        return Mode is CampaignMode.PosterShare ? codeOwner : addedBy;
    }

    public IEnumerable<string> GroupIdsFromLive() => GroupIds.Skip(LiveGroup).Concat(GroupIds.Take(LiveGroup));
}
