namespace Community.Acquisition.Standings;

/// <summary>One participant's part of a campaign's report: credits and rewards by state.</summary>
public sealed record SettledTotals(
    int Credits,
    int Revoked,
    int UnderReview,
    int Refused,
    int Granted,
    int Redeemed,
    int Withheld,
    int TakenBack,
    long CostMinor)
{
    public static SettledTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static SettledTotals From(Standing standing) => new(
        standing.Credits,
        standing.Revoked,
        standing.UnderReview,
        standing.Refused,
        Count(standing, RewardState.Granted),
        Count(standing, RewardState.Redeemed),
        Count(standing, RewardState.Withheld),
        Count(standing, RewardState.TakenBack),
        standing.CostMinor);

    static int Count(Standing standing, RewardState state) =>
        standing.Rewards.Count(reward => standing.StateOf(reward) == state);
}
