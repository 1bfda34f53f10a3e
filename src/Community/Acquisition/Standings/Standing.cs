using System.Text.Json.Serialization;

namespace Community.Acquisition.Standings;

/// <summary>The state of a qualified member's (达标用户) invitation to the target's group.</summary>
public enum TargetState
{
    /// <summary>The member is not qualified.</summary>
    None,

    Invited,

    Joined,

    /// <summary>The member did not join in time.</summary>
    Expired,
}

/// <summary>An invitee and the instant of the join.</summary>
public sealed record RecentInvitee(string Invitee, DateTimeOffset At);

/// <summary>A participant in one campaign: the numbers of credits by state, and the rewards earned by them.</summary>
public sealed record Standing(string CampaignId, string MemberId)
{
    public int Credits { get; init; }

    public int Revoked { get; init; }

    public int UnderReview { get; init; }

    public int Refused { get; init; }

    /// <summary>The number of <see cref="Credits"/> whose invitee has left since.</summary>
    public int Departed { get; init; }

    /// <summary>The number of <see cref="Joins"/> whose invitee was present a week later.</summary>
    public int Retained { get; init; }

    /// <summary>The latest join that counted. Of two equal numbers of credits the earlier ranks first.</summary>
    public DateTimeOffset? LastCreditAt { get; init; }

    /// <summary>The personal code; null for a member who did not enrol.</summary>
    public string? Code { get; init; }

    /// <summary>The latest invitees, in order of time.</summary>
    public IReadOnlyList<RecentInvitee> LatestInvitees { get; init; } = [];

    /// <summary>All signals of fraud that the credits ever had.</summary>
    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];

    /// <summary>At most one reward for each tier.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    public TargetState Target { get; init; }

    /// <summary>The instant of the last change of <see cref="Target"/>.</summary>
    public DateTimeOffset? TargetAt { get; init; }

    /// <summary>The totals in the campaign's report; null until the campaign settles.</summary>
    public SettledTotals? SettledTotals { get; init; }

    /// <summary>The number of changes to the totals after the campaign settled.</summary>
    public int Amendments { get; init; }

    /// <summary>All invitees, with or without credit.</summary>
    [JsonIgnore]
    public int Joins => Credits + Revoked + UnderReview + Refused;

    /// <summary>The cost of the gifts, in minor units.</summary>
    [JsonIgnore]
    public long CostMinor => Rewards
        .Where(reward => StateOf(reward) is RewardState.Granted or RewardState.Redeemed)
        .Sum(reward => reward.Terms.CostMinor ?? 0);

    public RewardState StateOf(Reward reward) => reward.StateWith(Credits, UnderReview);
}
