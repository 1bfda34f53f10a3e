using System.Globalization;
using Community.Acquisition.Standings;
using Community.Platform;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>
/// A reward's claim on a gift. <paramref name="Stock"/> is the number of gifts when the reward was earned.
/// </summary>
public sealed record GiftClaim(
    string Gift, string MemberId, string RewardId, int Attempt, DateTimeOffset EarnedAt, int Stock)
{
    public string Reservation => $"{RewardId}-{Attempt.ToString(CultureInfo.InvariantCulture)}";

    public static GiftClaim From(Standing standing, Reward reward) => new(
        GiftOf(reward.TierId, reward.Terms),
        standing.MemberId,
        reward.Id,
        reward.Attempt,
        reward.EarnedAt,
        reward.Terms.Stock ?? 0);

    /// <summary>The gift of a tier. Another gift on the same tier has a stock of its own.</summary>
    public static string GiftOf(string tierId, RewardTerms terms) => $"{tierId}-{EffectKey.Digest(terms.Title)}";
}
