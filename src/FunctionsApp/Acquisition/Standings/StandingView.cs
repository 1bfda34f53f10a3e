using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A reward in somebody's standing. <paramref name="Reason"/> says why it is withheld, or that a redeemed one was lost afterwards.</summary>
public sealed record RewardView(
    string Id, RewardKind Kind, string Title, RewardState State, int Invites, DateTimeOffset EarnedAt, DateTimeOffset? RedeemedAt, string? Reason)
{
    /// <summary>The view of a reward.</summary>
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
            (RewardState.Withheld, _) when standing.Credits < reward.Invites => "UnderReview",
            (RewardState.Redeemed, _) when standing.Credits < reward.Invites => "CreditLost",
            _ => null,
        });
}

/// <summary>A participant's standing as operators see it; <paramref name="Tier"/> is how many invitees the highest tier asks for that they have reached.</summary>
public sealed record StandingView(
    string MemberId,
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
    /// <summary>The view of a standing.</summary>
    public static StandingView From(Standing standing, IReadOnlyList<Tier> tiers) => new(
        standing.MemberId,
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

/// <summary>What a participant sees of themselves by their code: counts and rewards, nobody's id or name.</summary>
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
    /// <summary>A reward without the id that redeems it: a code is read by everyone who sees the poster.</summary>
    public sealed record EarnedRewardView(RewardKind Kind, string Title, RewardState State);

    /// <summary>The participant's own view.</summary>
    public static OwnStandingView From(string campaignName, Standing standing, IReadOnlyList<Tier> tiers) => new(
        campaignName,
        standing.Credits,
        standing.Revoked,
        standing.UnderReview,
        tiers.LastOrDefault(tier => tier.Invites <= standing.Credits)?.Invites,
        tiers.FirstOrDefault(tier => tier.Invites > standing.Credits)?.Invites,
        standing.Target,
        [.. standing.Rewards.Select(reward => new EarnedRewardView(reward.Terms.Kind, reward.Terms.Title, standing.StateOf(reward)))]);
}
