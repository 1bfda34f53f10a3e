using System.Text.Json.Serialization;

namespace Community.Acquisition.Standings;

/// <summary>Where a qualified member (达标用户) stands with the group they are invited to.</summary>
public enum TargetState
{
    /// <summary>Not qualified.</summary>
    None,

    /// <summary>Invited to the group.</summary>
    Invited,

    /// <summary>In it.</summary>
    Joined,

    /// <summary>Did not come in time.</summary>
    Expired,
}

/// <summary>Somebody who came, and when.</summary>
public sealed record RecentInvitee(string Invitee, DateTimeOffset At);

/// <summary>A participant's books in one campaign: the counts of their credits by state, and what they earned by them.</summary>
public sealed record Standing(string CampaignId, string MemberId)
{
    /// <summary>Invitees who count.</summary>
    public int Credits { get; init; }

    /// <summary>Who went too soon.</summary>
    public int Revoked { get; init; }

    /// <summary>Who wait for a decision.</summary>
    public int UnderReview { get; init; }

    /// <summary>Who do not count.</summary>
    public int Refused { get; init; }

    /// <summary>Of those who count: who has gone since.</summary>
    public int Departed { get; init; }

    /// <summary>Of everyone who came by them: who was there a week later.</summary>
    public int Retained { get; init; }

    /// <summary>The latest coming that counted: of two with as many credits, who was there first stands first.</summary>
    public DateTimeOffset? LastCreditAt { get; init; }

    /// <summary>Their personal code; null for one who never asked for it.</summary>
    public string? Code { get; init; }

    /// <summary>The latest who came, in order of time.</summary>
    public IReadOnlyList<RecentInvitee> Latest { get; init; } = [];

    /// <summary>What was ever doubtful about their credits.</summary>
    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];

    /// <summary>What they earned, one a tier at most.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    /// <summary>How far they are with the target's group.</summary>
    public TargetState Target { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? TargetAt { get; init; }

    /// <summary>How they stood when the campaign settled, as its report counts them; null until then.</summary>
    public SettledTotals? SettledTotals { get; init; }

    /// <summary>How often what the report counts of them has changed since.</summary>
    public int Amendments { get; init; }

    /// <summary>Everyone who came by them, counting or not.</summary>
    [JsonIgnore]
    public int Joins => Credits + Revoked + UnderReview + Refused;

    /// <summary>What their gifts cost, in minor units.</summary>
    [JsonIgnore]
    public long CostMinor => Rewards.Where(reward => StateOf(reward) is RewardState.Granted or RewardState.Redeemed).Sum(reward => reward.Terms.CostMinor ?? 0);

    /// <summary>How the reward stands.</summary>
    public RewardState StateOf(Reward reward) => reward.StateWith(Credits, UnderReview);
}
