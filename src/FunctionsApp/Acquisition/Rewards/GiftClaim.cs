using System.Globalization;
using Community.Acquisition.Standings;
using Community.Platform;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// A reward's claim on a gift. <paramref name="Gift"/> follows from the title, as in
/// <see cref="RewardTerms.IsSameGift"/>; <paramref name="Stock"/> is the number of gifts when the reward was earned.
/// </summary>
public sealed record GiftClaim(
    string Gift, string MemberId, string RewardId, int Attempt, DateTimeOffset EarnedAt, int Stock)
{
    public string Reservation => $"{RewardId}-{Attempt.ToString(CultureInfo.InvariantCulture)}";

    public static GiftClaim From(Standing standing, Reward reward) => new(
        EffectKey.Digest(reward.Terms.Title),
        standing.MemberId,
        reward.Id,
        reward.Attempt,
        reward.EarnedAt,
        reward.Terms.Stock ?? 0);
}
