using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Acquisition.Campaigns;

/// <summary>How people come.</summary>
public enum CampaignMode
{
    /// <summary>扫码进群: they scan a shared poster and come by themselves.</summary>
    PosterShare,

    /// <summary>邀请好友: a member brings them.</summary>
    DirectInvite,
}

/// <summary>Where a campaign stands at an instant.</summary>
public enum CampaignState
{
    /// <summary>Not yet open.</summary>
    Planned,

    /// <summary>Its codes lead into groups.</summary>
    Open,

    /// <summary>Over; its codes answer that it has ended. Grace periods still run.</summary>
    Closed,

    /// <summary>Every grace period is over and the rewards are final.</summary>
    Settled,

    /// <summary>Stopped by the operator.</summary>
    Cancelled,
}

/// <summary>
/// 裂变活动: an acquisition drive with its groups in the order they are filled. <paramref name="LiveGroup"/> is the index in
/// <paramref name="GroupIds"/> where the search for a group that takes members begins.
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
    /// <summary>What those who invite earn.</summary>
    public Tiers Tiers { get; init; } = Tiers.None;

    /// <summary>How often the tiers were edited.</summary>
    public int TermsRevision { get; init; }

    /// <summary>Whom the campaign looks for; null when it looks for nobody in particular.</summary>
    public QualifyingTarget? Target { get; init; }

    /// <summary>An invitee who leaves before so much time has passed does not count.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Only people whom the brand did not know count.</summary>
    public bool NewcomersOnly { get; init; }

    /// <summary>What the gifts may cost that one participant can earn, in minor units.</summary>
    public long GiftCapMinor { get; init; }

    /// <summary>What the texts of the campaign break, and who answers for it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Null unless somebody acknowledged the findings.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the operator stopped it.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>When the last grace period ends.</summary>
    [JsonIgnore]
    public DateTimeOffset GraceEndsAt => DateTimeOffset.MaxValue - ClosesAt < Grace ? DateTimeOffset.MaxValue : ClosesAt + Grace;

    /// <summary>What it promises now.</summary>
    [JsonIgnore]
    public InvitationTerms Terms => new(Tiers.All, Target);

    /// <summary>The state at <paramref name="now"/>: open from <see cref="OpensAt"/> until just before <see cref="ClosesAt"/>.</summary>
    public CampaignState At(DateTimeOffset now) => this switch
    {
        { CancelledAt: not null } => CampaignState.Cancelled,
        { SettledAt: not null } => CampaignState.Settled,
        _ when now < OpensAt => CampaignState.Planned,
        _ when now < ClosesAt => CampaignState.Open,
        _ => CampaignState.Closed,
    };

    /// <summary>The groups that it fills, and the one that its qualified members are invited to.</summary>
    public IEnumerable<string> Groups() => Target is { } target ? GroupIds.Append(target.GroupId).Distinct(StringComparer.Ordinal) : GroupIds;

    /// <summary>True while a move of this instant can still matter to somebody's credit, or to how many stayed.</summary>
    public bool Counts(DateTimeOffset at) => at >= OpensAt && (at < GraceEndsAt || at - ClosesAt < Invitee.Retention);

    /// <summary>Who invited a person that came at this instant by a code of this inviter's, or was brought: which of the two counts is the mode's to say.</summary>
    public string? InviterOf(DateTimeOffset at, string? codeOf, string? broughtBy) =>
        at < OpensAt || at >= ClosesAt ? null : Mode is CampaignMode.PosterShare ? codeOf : broughtBy;

    /// <summary>Every group once, from the live one to the last and then from the first: the order in which a place is looked for.</summary>
    public IEnumerable<string> GroupsFromLive() => GroupIds.Skip(LiveGroup).Concat(GroupIds.Take(LiveGroup));
}
