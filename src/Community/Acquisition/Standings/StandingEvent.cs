using Community.Platform;

namespace Community.Acquisition.Standings;

public abstract record StandingEvent
{
    StandingEvent()
    {
    }

    public sealed record Enrolled(string Code) : StandingEvent;

    public sealed record CreditChanged(Credit Credit) : StandingEvent;

    public sealed record RewardEarned(Reward Reward) : StandingEvent;

    public sealed record RewardChanged(Reward Reward) : StandingEvent;

    public sealed record Settled(SettledTotals Totals) : StandingEvent;

    public sealed record TargetChanged(TargetState State, DateTimeOffset At) : StandingEvent;

    public sealed record Refused(Refusal Refusal) : StandingEvent;
}
