using Community.Invitations;
using Community.Rewards;

namespace FunctionsApp.Campaigns;

/// <summary>The final report of a campaign, or what is summed up of it so far: everyone's credits, and the rewards by how they stand.</summary>
public sealed record Settlement(
    int Participants, int Credits, int Revoked, int UnderReview, int Refused, int Granted, int Redeemed, int Withheld, int TakenBack, long CostMinor)
{
    /// <summary>Nobody yet.</summary>
    public static Settlement None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>With one participant more.</summary>
    public Settlement With(Standing standing) => new(
        Participants + 1,
        Credits + standing.Credits,
        Revoked + standing.Revoked,
        UnderReview + standing.UnderReview,
        Refused + standing.Refused,
        Granted + Count(standing, RewardState.Granted),
        Redeemed + Count(standing, RewardState.Redeemed),
        Withheld + Count(standing, RewardState.Withheld),
        TakenBack + Count(standing, RewardState.TakenBack),
        CostMinor + standing.CostMinor);

    static int Count(Standing standing, RewardState state) => standing.Rewards.Count(reward => standing.StateOf(reward) == state);
}
