using System.Diagnostics;
using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <summary>
/// A participant's books: each invitee is counted once, by the latest claim that is known; a doubtful credit waits for a person; rewards follow
/// the counts.
/// </summary>
public static class StandingRules
{
    /// <summary>From so many on it shows when everyone whom an inviter brought has gone again.</summary>
    public const int HollowFrom = 3;

    /// <summary>The events that the command causes; none for a repeat; <see cref="StandingEvent.Refused"/> alone when it may not be.</summary>
    public static IReadOnlyList<StandingEvent> Decide(StandingCommand command, StandingState state) => command switch
    {
        StandingCommand.Enrol enrol => state.Standing.Code is null ? [new StandingEvent.Enrolled(enrol.Code)] : [],
        StandingCommand.ApplyClaim take => WithRewards(WithClaim(take, state), state, take.At),
        StandingCommand.Flag flag => WithRewards(CreditChange(state.Credit, state.Credit?.With(flag.Signal)), state, flag.At),
        StandingCommand.DecideReview decide => Reviewed(decide.Review, state),
        StandingCommand.Reconsider reconsider => WithRewards(RewardRules.RetrySoldOut(state.Standing), state, reconsider.At),
        StandingCommand.Settle => state.Standing.SettledTotals is null ? [new StandingEvent.Settled(SettledTotals.From(state.Standing))] : [],
        StandingCommand.AnswerStock answer => RewardRules.AnswerStock(answer, state.Standing) is { } after ? WithRewards([after], state, after.Reward.EarnedAt) : [],
        StandingCommand.ReturnStock back => RewardRules.ReturnStock(back, state.Standing) is { } after ? [after] : [],
        StandingCommand.Redeem redeem => RewardRules.Redeem(redeem, state.Standing),
        StandingCommand.JoinTarget join when state.Standing.Target is TargetState.Invited or TargetState.Expired =>
            [new StandingEvent.TargetReached(TargetState.Joined, join.At)],
        StandingCommand.ExpireTarget expire when state.Standing.Target is TargetState.Invited =>
            [new StandingEvent.TargetReached(TargetState.Expired, expire.At)],
        StandingCommand.JoinTarget or StandingCommand.ExpireTarget => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The books after the event.</summary>
    public static StandingState Evolve(StandingState state, StandingEvent happened) => happened switch
    {
        StandingEvent.Enrolled enrolled => state with { Standing = state.Standing with { Code = enrolled.Code } },
        StandingEvent.CreditChanged changed => new StandingState(StandingCounters.After(state.Standing, state.Credit, changed.Credit), changed.Credit, state.Terms),
        StandingEvent.RewardEarned earned => state with { Standing = state.Standing with { Rewards = [.. state.Standing.Rewards, earned.Reward] } },
        StandingEvent.RewardChanged changed => state with { Standing = state.Standing with { Rewards = [.. With(changed.Reward, state.Standing.Rewards)] } },
        StandingEvent.Settled settled => state with { Standing = state.Standing with { SettledTotals = settled.Tally } },
        StandingEvent.TargetReached reached => state with { Standing = state.Standing with { Target = reached.State, TargetAt = reached.At } },
        StandingEvent.Refused => state,
        _ => throw new UnreachableException(),
    };

    static IEnumerable<Reward> With(Reward changed, IReadOnlyList<Reward> rewards) => rewards.Select(reward => reward.Id == changed.Id ? changed : reward);

    static List<StandingEvent> WithClaim(StandingCommand.ApplyClaim take, StandingState state)
    {
        var after = state.Credit switch
        {
            null when take.Claim.State is ClaimState.None => null,
            null => new Credit(take.Claim),
            var known when known.Claim.Version > take.Claim.Version => known,
            var known => known with { Claim = take.Claim },
        };
        var events = CreditChange(state.Credit, after?.With(take.Signals));
        return events is [StandingEvent.CreditChanged changed] && IsHollow(Evolve(state, changed))
            ? [new StandingEvent.CreditChanged(changed.Credit.With(FraudSignal.Hollow))]
            : events;
    }

    static bool IsHollow(StandingState state) =>
        state is { Credit.Claim.HasLeft: true, Standing: { Credits: >= HollowFrom, Rewards.Count: > 0 } standing } && standing.Departed == standing.Credits;

    static List<StandingEvent> CreditChange(Credit? before, Credit? after) =>
        after is null || (before?.Claim == after.Claim && before.Signals.SequenceEqual(after.Signals)) ? [] : [new StandingEvent.CreditChanged(after)];

    static IReadOnlyList<StandingEvent> Reviewed(Review review, StandingState state) => state.Credit switch
    {
        null or { State: CreditState.None } => [new StandingEvent.Refused(null, "this person is nobody's invitee")],
        { Review: { } known } when known.Accepted == review.Accepted => [],
        { Review: not null } => [new StandingEvent.Refused(null, "this was decided otherwise")],
        { Signals: [] } => [new StandingEvent.Refused(null, "nothing is doubtful about this credit")],
        var doubtful => WithRewards([new StandingEvent.CreditChanged(doubtful with { Review = review })], state, review.At),
    };

    static IReadOnlyList<StandingEvent> WithRewards(IReadOnlyList<StandingEvent> events, StandingState state, DateTimeOffset at)
    {
        var after = events.Aggregate(state, Evolve);
        return [.. events, .. RewardRules.Consequences(after, at)];
    }
}
