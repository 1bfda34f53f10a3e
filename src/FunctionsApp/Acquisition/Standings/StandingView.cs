using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// A reward of a standing. <paramref name="Reason"/> is the reason why it is withheld, or that a redeemed one lost its
/// tier.
/// </summary>
public sealed record RewardView(
    string Id,
    RewardKind Kind,
    string Title,
    RewardState State,
    int Invites,
    DateTimeOffset EarnedAt,
    DateTimeOffset? RedeemedAt,
    string? Reason)
{
    public static RewardView From(Standing standing, Reward reward) => new(
        reward.Id,
        reward.Terms.Kind,
        reward.Terms.Title,
        standing.StateOf(reward),
        reward.Invites,
        reward.EarnedAt,
        reward.Redemption?.At,
        (standing.StateOf(reward), reward.Stock) switch
        {
            (RewardState.Withheld, StockState.SoldOut) => "SoldOut",
            (RewardState.Withheld, StockState.OverCap) => "GiftCap",
            (RewardState.Withheld, _) when standing.Credits < reward.Invites => "UnderReview",
            (RewardState.Redeemed, _) when standing.Credits < reward.Invites => "CreditLost",
            _ => null,
        });
}

/// <summary>
/// A participant's standing for operators; <paramref name="Tier"/> is the number of invites of the highest tier that
/// the participant reached. <paramref name="Name"/> is null for a participant who joined no group.
/// </summary>
public sealed record StandingView(
    string MemberId,
    string? Name,
    int Credits,
    int Revoked,
    int UnderReview,
    int Refused,
    int? Tier,
    TargetState Target,
    DateTimeOffset? LastCreditAt,
    IReadOnlyList<FraudSignal> Signals,
    IReadOnlyList<RewardView> Rewards)
{
    public static StandingView From(Standing standing, string? name, IReadOnlyList<Tier> tiers) => new(
        standing.MemberId,
        name,
        standing.Credits,
        standing.Revoked,
        standing.UnderReview,
        standing.Refused,
        tiers.LastOrDefault(tier => tier.Invites <= standing.Credits)?.Invites,
        standing.Target,
        standing.LastCreditAt,
        standing.Signals,
        [.. standing.Rewards.Select(reward => RewardView.From(standing, reward))]);
}

/// <summary>A participant's own standing by the personal code: counts and rewards, without ids and names.</summary>
public sealed record OwnStandingView(
    string CampaignName,
    int Credits,
    int Revoked,
    int UnderReview,
    int? Tier,
    int? NextTier,
    TargetState Target,
    IReadOnlyList<OwnStandingView.EarnedRewardView> Rewards)
{
    /// <summary>A reward without its id, because every reader of the poster has the code.</summary>
    public sealed record EarnedRewardView(RewardKind Kind, string Title, RewardState State)
    {
        public static EarnedRewardView From(Standing standing, Reward reward) =>
            new(reward.Terms.Kind, reward.Terms.Title, standing.StateOf(reward));
    }

    public static OwnStandingView From(string campaignName, Standing standing, IReadOnlyList<Tier> tiers) => new(
        campaignName,
        standing.Credits,
        standing.Revoked,
        standing.UnderReview,
        tiers.LastOrDefault(tier => tier.Invites <= standing.Credits)?.Invites,
        tiers.FirstOrDefault(tier => tier.Invites > standing.Credits)?.Invites,
        standing.Target,
        [.. standing.Rewards.Select(reward => EarnedRewardView.From(standing, reward))]);
}
