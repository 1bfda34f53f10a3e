using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A command of a batch with the state before and after it.</summary>
sealed record DecidedCommand(
    PendingStandingCommand Pending,
    StandingState Before,
    StandingState After,
    IReadOnlyList<StandingEvent> Events,
    Amendment? Amendment)
{
    public IEnumerable<Reward> EarnedRewards =>
        Events.OfType<StandingEvent.RewardEarned>().Select(earned => earned.Reward);

    public static DecidedCommand From(PendingStandingCommand pending, StandingState before, DateTimeOffset now)
    {
        var events = StandingRules.Decide(pending.Command, before);
        var after = events.Aggregate(before, StandingRules.Evolve);
        var amendment = Amendment.From(pending.Command, pending.Invitee, before, after, now);
        return new(pending, before, amendment is null ? after : CountAmendment(after), events, amendment);
    }

    static StandingState CountAmendment(StandingState state) =>
        state with { Standing = state.Standing with { Amendments = state.Standing.Amendments + 1 } };
}
