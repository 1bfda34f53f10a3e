using System.Diagnostics;
using Community.Acquisition.Invitees;
using Community.Platform;

namespace Community.Acquisition.Standings;

/// <summary>
/// The decider of a participant's standing. Each invitee counts once, by the latest claim. A credit with a signal of
/// fraud waits for a review. Rewards follow the counts.
/// </summary>
public static class StandingRules
{
    /// <summary>The fewest credits at which <see cref="FraudSignal.Hollow"/> applies.</summary>
    public const int MinCreditsForHollow = 3;

    /// <summary>The events of the command; none for a repeat; a single <c>Refused</c> when it is not allowed.</summary>
    public static IReadOnlyList<StandingEvent> Decide(StandingCommand command, StandingState state) => command switch
    {
        StandingCommand.Enrol when state.Standing.Code is not null => [],
        StandingCommand.Enrol enrol => [new StandingEvent.Enrolled(enrol.Code)],
        StandingCommand.ApplyClaim apply => WithRewards(ApplyClaim(apply, state), state, apply.At),
        StandingCommand.FlagCredit flag =>
            WithRewards(ChangeCredit(state.Credit, state.Credit?.WithFlag(flag.Signal)), state, flag.At),
        StandingCommand.ReviewCredit review => ReviewCredit(review.Review, state),
        StandingCommand.Reconsider reconsider =>
            WithRewards(RewardRules.RetrySoldOut(state.Standing), state, reconsider.At),
        StandingCommand.Settle when state.Standing.SettledTotals is not null => [],
        StandingCommand.Settle => [new StandingEvent.Settled(SettledTotals.From(state.Standing))],
        StandingCommand.RecordReservation reservation => RecordReservation(reservation, state),
        StandingCommand.RecordStockReturn returned =>
            WithRewards(RewardRules.RecordStockReturn(returned, state.Standing), state, returned.At),
        StandingCommand.RedeemReward redeem => RewardRules.Redeem(redeem, state.Standing),
        StandingCommand.JoinTarget join when state.Standing.Target is TargetState.Invited or TargetState.Expired =>
            [new StandingEvent.TargetChanged(TargetState.Joined, join.At)],
        StandingCommand.ExpireTarget expire when state.Standing.Target is TargetState.Invited =>
            [new StandingEvent.TargetChanged(TargetState.Expired, expire.At)],
        StandingCommand.JoinTarget or StandingCommand.ExpireTarget => [],
        _ => throw new UnreachableException(),
    };

    public static StandingState Evolve(StandingState state, StandingEvent happened)
    {
        var standing = state.Standing;
        return happened switch
        {
            StandingEvent.Enrolled enrolled => state with { Standing = standing with { Code = enrolled.Code } },
            StandingEvent.CreditChanged changed => state with
            {
                Standing = StandingCounters.Replace(standing, state.Credit, changed.Credit),
                Credit = changed.Credit,
            },
            StandingEvent.RewardEarned earned => WithRewards(state, [.. standing.Rewards, earned.Reward]),
            StandingEvent.RewardChanged changed => WithRewards(state, Replace(standing.Rewards, changed.Reward)),
            StandingEvent.Settled settled => state with { Standing = standing with { SettledTotals = settled.Totals } },
            StandingEvent.TargetChanged changed => state with
            {
                Standing = standing with { Target = changed.State, TargetAt = changed.At },
            },
            StandingEvent.Refused => state,
            _ => throw new UnreachableException(),
        };
    }

    static StandingState WithRewards(StandingState state, IReadOnlyList<Reward> rewards) =>
        state with { Standing = state.Standing with { Rewards = rewards } };

    static IReadOnlyList<Reward> Replace(IReadOnlyList<Reward> rewards, Reward changed) =>
        [.. rewards.Select(reward => reward.Id == changed.Id ? changed : reward)];

    static IReadOnlyList<StandingEvent> ApplyClaim(StandingCommand.ApplyClaim apply, StandingState state)
    {
        var events = ChangeCredit(state.Credit, CreditAfter(apply.Claim, state.Credit));
        return events is [StandingEvent.CreditChanged changed] && IsHollow(Evolve(state, changed))
            ? [new StandingEvent.CreditChanged(changed.Credit.WithFlag(FraudSignal.Hollow))]
            : events;
    }

    static Credit? CreditAfter(Claim claim, Credit? credit) => credit switch
    {
        null when claim.State is ClaimState.None => null,
        null => new Credit(claim),
        _ when credit.Claim.Version > claim.Version => credit,
        _ => credit with { Claim = claim },
    };

    static bool IsHollow(StandingState state) =>
        state.Credit is { Claim.HasLeft: true }
        && state.Standing is { Credits: >= MinCreditsForHollow, Rewards.Count: > 0 } standing
        && standing.Departed == standing.Credits;

    static IReadOnlyList<StandingEvent> ChangeCredit(Credit? before, Credit? after) =>
        after is null || (before?.Claim == after.Claim && before.Flags.SequenceEqual(after.Flags))
            ? []
            : [new StandingEvent.CreditChanged(after)];

    static IReadOnlyList<StandingEvent> ReviewCredit(Review review, StandingState state) => state.Credit switch
    {
        null or { State: CreditState.None } =>
            [Conflict(ConflictKind.NothingToDecide, "this person is nobody's invitee")],
        { Review: null, Signals: [] } =>
            [Conflict(ConflictKind.NothingToDecide, "nothing is doubtful about this credit")],
        { Review: { } earlier } credit when earlier.IsAccepted == review.IsAccepted && !credit.IsReopened => [],
        var credit => WithRewards(
            [new StandingEvent.CreditChanged(credit.Decide(review))], state, review.At),
    };

    static IReadOnlyList<StandingEvent> RecordReservation(
        StandingCommand.RecordReservation reservation, StandingState state) =>
        RewardRules.RecordReservation(reservation, state.Standing) is { } changed
            ? WithRewards([changed], state, changed.Reward.EarnedAt)
            : [];

    static IReadOnlyList<StandingEvent> WithRewards(
        IReadOnlyList<StandingEvent> events, StandingState state, DateTimeOffset at) =>
        [.. events, .. RewardRules.Consequences(events.Aggregate(state, Evolve), at)];

    static StandingEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
