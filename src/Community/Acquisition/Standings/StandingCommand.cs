using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <summary>What a campaign promises to those who invite.</summary>
public sealed record InvitationTerms(IReadOnlyList<Tier> Tiers, QualifyingTarget? Target);

/// <summary>A participant's books, the one credit that a command is about (null: none yet), and the terms of this moment.</summary>
public sealed record StandingState(Standing Standing, Credit? Credit, InvitationTerms Terms);

/// <summary>What is done with a participant's books.</summary>
public abstract record StandingCommand
{
    StandingCommand()
    {
    }

    /// <summary>They have this personal code.</summary>
    public sealed record Enrol(string Code) : StandingCommand;

    /// <summary>This is what a person's coming is worth to them, and what is doubtful about it.</summary>
    public sealed record ApplyClaim(Claim Claim, IReadOnlyList<FraudSignal> Signals, DateTimeOffset At) : StandingCommand;

    /// <summary>The credit is doubtful.</summary>
    public sealed record Flag(FraudSignal Signal, DateTimeOffset At) : StandingCommand;

    /// <summary>Somebody decided on a doubtful credit.</summary>
    public sealed record DecideReview(Review Review) : StandingCommand;

    /// <summary>The terms were edited, or the campaign is about to settle.</summary>
    public sealed record Reconsider(DateTimeOffset At) : StandingCommand;

    /// <summary>The campaign settles: what the report counts of them is this.</summary>
    public sealed record Settle : StandingCommand;

    /// <summary>The stock was asked for the reward.</summary>
    public sealed record AnswerStock(string RewardId, int Attempt, bool IsReserved) : StandingCommand;

    /// <summary>The stock has the reward back.</summary>
    public sealed record ReturnStock(string RewardId, int Attempt, DateTimeOffset At) : StandingCommand;

    /// <summary>The member wants the reward.</summary>
    public sealed record Redeem(string RewardId, Redemption Redemption) : StandingCommand;

    /// <summary>They came into the target's group.</summary>
    public sealed record JoinTarget(DateTimeOffset At) : StandingCommand;

    /// <summary>They did not come in time.</summary>
    public sealed record ExpireTarget(DateTimeOffset At) : StandingCommand;
}

/// <summary>What changed in a participant's books.</summary>
public abstract record StandingEvent
{
    StandingEvent()
    {
    }

    /// <summary>They take part by this code.</summary>
    public sealed record Enrolled(string Code) : StandingEvent;

    /// <summary>The credit as it is now.</summary>
    public sealed record CreditChanged(Credit Credit) : StandingEvent;

    /// <summary>A tier was reached for the first time.</summary>
    public sealed record RewardEarned(Reward Reward) : StandingEvent;

    /// <summary>A reward as it is now.</summary>
    public sealed record RewardChanged(Reward Reward) : StandingEvent;

    /// <summary>The report counts them so.</summary>
    public sealed record Settled(SettledTotals Tally) : StandingEvent;

    /// <summary>They stand so with the target's group.</summary>
    public sealed record TargetReached(TargetState State, DateTimeOffset At) : StandingEvent;

    /// <summary>It cannot be; nothing changed. <paramref name="Field"/> is the request's, where one is to blame.</summary>
    public sealed record Refused(string? Field, string Reason) : StandingEvent;
}
