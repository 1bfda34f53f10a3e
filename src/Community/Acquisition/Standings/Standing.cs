using System.Text.Json.Serialization;

namespace Community.Acquisition.Standings;

/// <summary>The state of a qualified member's (达标用户) invitation to the target's group.</summary>
public enum TargetState
{
    None,

    Invited,

    Joined,

    Expired,
}

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

    public string? Code { get; init; }

    public IReadOnlyList<RecentInvitee> LatestInvitees { get; init; } = [];

    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];

    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    public TargetState Target { get; init; }

    public DateTimeOffset? TargetAt { get; init; }

    /// <summary>The totals in the campaign's report; null until the campaign settles.</summary>
    public SettledTotals? SettledTotals { get; init; }

    /// <summary>True for a standing that began after the report was written and is no part of it.</summary>
    public bool IsAfterReport { get; init; }

    public int Amendments { get; init; }

    [JsonIgnore]
    public int Joins => Credits + Revoked + UnderReview + Refused;

    [JsonIgnore]
    public long CostMinor => Rewards
        .Where(reward => StateOf(reward) is RewardState.Granted or RewardState.Redeemed)
        .Sum(reward => reward.Terms.CostMinor ?? 0);

    /// <summary>
    /// A standing that begins after the report: it is settled with totals of zero, so each change is an amendment.
    /// </summary>
    public static Standing AfterReport(string campaignId, string memberId) =>
        new(campaignId, memberId) { SettledTotals = SettledTotals.None, IsAfterReport = true };

    public RewardState StateOf(Reward reward) => reward.StateWith(Credits, UnderReview);
}
