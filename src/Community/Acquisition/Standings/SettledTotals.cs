namespace Community.Acquisition.Standings;

/// <summary>What a campaign's report counts of one participant: their credits, and their rewards by how they stand.</summary>
public sealed record SettledTotals(int Credits, int Revoked, int UnderReview, int Refused, int Granted, int Redeemed, int Withheld, int TakenBack, long CostMinor)
{
    /// <summary>Nothing.</summary>
    public static SettledTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The books as they are now.</summary>
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

    static int Count(Standing standing, RewardState state) => standing.Rewards.Count(reward => standing.StateOf(reward) == state);
}

/// <summary>
/// What became of a participant's books after the campaign had settled: when it became known, about whom, and who decided it, where a person did.
/// The report stays as it was.
/// </summary>
public sealed record Amendment(
    DateTimeOffset At,
    string MemberId,
    string? InviteeId,
    CreditState? Credit,
    IReadOnlyList<FraudSignal> Signals,
    string? By,
    SettledTotals Before,
    SettledTotals After)
{
    /// <summary>What the command changed in settled books; null where they were not settled, nothing that a report counts changed, or a reward was only redeemed.</summary>
    public static Amendment? From(StandingCommand command, string? inviteeId, StandingState before, StandingState after, DateTimeOffset at)
    {
        if (before.Standing.SettledTotals is null || command is StandingCommand.Redeem) return null;
        var (was, isNow) = (SettledTotals.From(before.Standing), SettledTotals.From(after.Standing));
        return was == isNow
            ? null
            : new Amendment(
                at,
                after.Standing.MemberId,
                inviteeId,
                after.Credit?.State,
                after.Credit?.Signals ?? [],
                (command as StandingCommand.DecideReview)?.Review.By,
                was,
                isNow);
    }
}
