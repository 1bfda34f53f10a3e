using System.Text.Json.Serialization;

namespace Community.Care.SuperUsers;

public enum SuperUserStatus
{
    /// <summary>The person may be invited.</summary>
    Candidate,

    /// <summary>A staff member was asked to invite the person.</summary>
    Invited,

    Member,

    /// <summary>The member no longer meets the criteria, and a person decides.</summary>
    UnderReview,

    /// <summary>A person decided to remove the member. Staff remove them from the chat.</summary>
    Removed,
}

public enum SuperUserDecision
{
    Keep,

    Remove,
}

/// <summary>What a person decided about a member who was under review.</summary>
public sealed record SuperUserDecisionRecord(
    SuperUserDecision Decision, string Reason, string By, DateTimeOffset At);

/// <summary>
/// A person in view of the criteria of a group. <paramref name="Since"/> is the instant of the status.
/// </summary>
public sealed record SuperUser(string GroupId, string MemberId, DateTimeOffset Since)
{
    public SuperUserStatus Status { get; init; } = SuperUserStatus.Candidate;

    public SuperUserSort Sort { get; init; }

    public SuperUserFigures Figures { get; init; } = SuperUserFigures.None;

    /// <summary>The number of invitations so far.</summary>
    public int Invitations { get; init; }

    public string? InvitedBy { get; init; }

    /// <summary>What the person was at the join; they are reviewed against it. Null for a person outside.</summary>
    public SuperUserSort? JoinedAs { get; init; }

    /// <summary>The quarter of the last review, such as <c>2027-Q1</c>; null before the first.</summary>
    public string? ReviewedIn { get; init; }

    public SuperUserDecisionRecord? LastDecision { get; init; }

    /// <summary>The leave after a decided removal; null before it.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>False for a person of whom nothing needs to be known: no candidate, and outside.</summary>
    [JsonIgnore]
    public bool IsKept => Status is not SuperUserStatus.Candidate || Sort is not SuperUserSort.None;

    /// <summary>True for those who are in the group as far as is known.</summary>
    [JsonIgnore]
    public bool IsPresent => Status is SuperUserStatus.Member or SuperUserStatus.UnderReview
        || (Status is SuperUserStatus.Removed && LeftAt is null);

    /// <summary>
    /// What a member must be at a review: what they were at the join, and at least close to the criteria.
    /// </summary>
    [JsonIgnore]
    public SuperUserSort ReviewedAgainst =>
        JoinedAs is SuperUserSort.Super ? SuperUserSort.Super : SuperUserSort.Potential;
}
