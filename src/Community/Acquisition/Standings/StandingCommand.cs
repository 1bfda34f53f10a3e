using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <summary>What a campaign promises to inviters.</summary>
public sealed record InvitationTerms(IReadOnlyList<Tier> Tiers, QualifyingTarget? Target);

/// <summary>
/// The state of one decision: a participant's standing, the credit that the command is about (null when there is none
/// yet), and the terms at that time.
/// </summary>
public sealed record StandingState(Standing Standing, Credit? Credit, InvitationTerms Terms);

/// <summary>A command to a participant's standing.</summary>
public abstract record StandingCommand
{
    StandingCommand()
    {
    }

    /// <summary>Gives the participant this personal code.</summary>
    public sealed record Enrol(string Code) : StandingCommand;

    /// <summary>Applies a claim on an invitee, with the signals of fraud that came with it.</summary>
    public sealed record ApplyClaim(Claim Claim, IReadOnlyList<FraudSignal> Signals, DateTimeOffset At)
        : StandingCommand;

    /// <summary>Adds a signal of fraud to the credit.</summary>
    public sealed record FlagCredit(FraudSignal Signal, DateTimeOffset At) : StandingCommand;

    /// <summary>Decides on a credit under review.</summary>
    public sealed record ReviewCredit(Review Review) : StandingCommand;

    /// <summary>Applies the present terms and retries gifts that were sold out.</summary>
    public sealed record Reconsider(DateTimeOffset At) : StandingCommand;

    /// <summary>Fixes the totals that the campaign's report counts.</summary>
    public sealed record Settle : StandingCommand;

    /// <summary>Records whether the stock reserved the gift.</summary>
    public sealed record RecordReservation(string RewardId, int Attempt, bool IsReserved) : StandingCommand;

    /// <summary>Records that the gift is back in the stock.</summary>
    public sealed record RecordStockReturn(string RewardId, int Attempt, DateTimeOffset At) : StandingCommand;

    public sealed record RedeemReward(string RewardId, Redemption Redemption) : StandingCommand;

    /// <summary>Records that the member joined the target's group.</summary>
    public sealed record JoinTarget(DateTimeOffset At) : StandingCommand;

    /// <summary>Ends the invitation to the target's group.</summary>
    public sealed record ExpireTarget(DateTimeOffset At) : StandingCommand;
}
