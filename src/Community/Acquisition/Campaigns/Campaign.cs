using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Acquisition.Campaigns;

/// <summary>The way in which people join.</summary>
public enum CampaignMode
{
    /// <summary>扫码进群: people scan a shared poster and join by themselves.</summary>
    PosterShare,

    /// <summary>邀请好友: a member adds them.</summary>
    DirectInvite,
}

/// <summary>The state of a campaign at an instant, in order.</summary>
public enum CampaignState
{
    Planned,

    /// <summary>The codes lead to groups.</summary>
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

    /// <summary>The number of edits of the tiers.</summary>
    public int TermsRevision { get; init; }

    /// <summary>The group for qualified members; null when the campaign has none.</summary>
    public QualifyingTarget? Target { get; init; }

    /// <summary>An invitee who leaves within this period after the join does not count.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>True when only people whom the brand did not know before count.</summary>
    public bool NewcomersOnly { get; init; }

    /// <summary>The most that one participant's gifts may cost, in minor units.</summary>
    public long GiftCapMinor { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Null when no operator acknowledged the findings.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The end of the last grace period.</summary>
    [JsonIgnore]
    public DateTimeOffset GraceEndsAt =>
        DateTimeOffset.MaxValue - ClosesAt < Grace ? DateTimeOffset.MaxValue : ClosesAt + Grace;

    [JsonIgnore]
    public InvitationTerms Terms => new(Tiers.All, Target);

    /// <summary>Open from <see cref="OpensAt"/> inclusive to <see cref="ClosesAt"/> exclusive.</summary>
    public CampaignState StateAt(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => CampaignState.Cancelled,
        { SettledAt: not null } => CampaignState.Settled,
        _ when now < OpensAt => CampaignState.Planned,
        _ when now < ClosesAt => CampaignState.Open,
        _ => CampaignState.Closed,
    };

    /// <summary>The groups that the campaign fills and the group of its target, without duplicates.</summary>
    public IEnumerable<string> AllGroupIds() =>
        Target is { } target ? GroupIds.Append(target.GroupId).Distinct(StringComparer.Ordinal) : GroupIds;

    /// <summary>
    /// True when a join or leave at this instant can change a credit or the number of retained invitees.
    /// </summary>
    public bool IsCountingAt(DateTimeOffset at) =>
        at >= OpensAt && (at < GraceEndsAt || at - ClosesAt < Invitee.Retention);

    /// <summary>
    /// The inviter of a person who joined at this instant, by <see cref="Mode"/>: the owner of the code or the member
    /// who added them. Null when the campaign was not open.
    /// </summary>
    public string? FindInviter(DateTimeOffset joinedAt, string? codeOwner, string? addedBy)
    {
        if (joinedAt < OpensAt || joinedAt >= ClosesAt) return null;
        return Mode is CampaignMode.PosterShare ? codeOwner : addedBy;
    }

    /// <summary>Every group once, from the live one to the last and then from the first.</summary>
    public IEnumerable<string> GroupIdsFromLive() => GroupIds.Skip(LiveGroup).Concat(GroupIds.Take(LiveGroup));
}
