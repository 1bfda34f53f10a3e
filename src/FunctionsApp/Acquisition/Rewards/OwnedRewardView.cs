using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Acquisition.Rewards;

/// <summary>A reward with its owner and its terms.</summary>
public sealed record OwnedRewardView(
    string Id,
    string CampaignId,
    string MemberId,
    RewardKind Kind,
    string Title,
    int? PercentOff,
    int? Points,
    RewardState State,
    int Invites,
    DateTimeOffset EarnedAt,
    DateTimeOffset? RedeemedAt,
    [property: HiddenFromViewers] string? Address,
    string? Reason)
{
    /// <summary>All rewards of a standing.</summary>
    public static IEnumerable<OwnedRewardView> AllFrom(Standing standing) =>
        standing.Rewards.Select(reward => From(standing, reward));

    public static OwnedRewardView From(Standing standing, Reward reward)
    {
        var view = RewardView.From(standing, reward);
        return new(
            view.Id,
            standing.CampaignId,
            standing.MemberId,
            view.Kind,
            view.Title,
            reward.Terms.PercentOff,
            reward.Terms.Points,
            view.State,
            view.Invites,
            view.EarnedAt,
            view.RedeemedAt,
            reward.Redemption?.Address,
            view.Reason);
    }
}
