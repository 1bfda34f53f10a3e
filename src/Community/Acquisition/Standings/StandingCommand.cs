using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <param name="GiftCapMinor">
/// The most that the gifts of one participant may cost, in minor units, whatever tiers they came from.
/// </param>
public sealed record InvitationTerms(
    IReadOnlyList<Tier> Tiers, QualifyingTarget? Target, long GiftCapMinor = long.MaxValue);

/// <summary>
/// The state of one decision: a participant's standing, the credit that the command is about (null when there is none
/// yet), and the terms at that time.
/// </summary>
public sealed record StandingState(Standing Standing, Credit? Credit, InvitationTerms Terms);

public abstract record StandingCommand
{
    StandingCommand()
    {
    }

    public sealed record Enrol(string Code) : StandingCommand;

    public sealed record ApplyClaim(Claim Claim, DateTimeOffset At) : StandingCommand;

    public sealed record FlagCredit(FraudSignal Signal, DateTimeOffset At) : StandingCommand;

    public sealed record ReviewCredit(Review Review) : StandingCommand;

    public sealed record Reconsider(DateTimeOffset At) : StandingCommand;

    public sealed record Settle : StandingCommand;

    public sealed record RecordReservation(string RewardId, int Attempt, bool IsReserved) : StandingCommand;

    public sealed record RecordStockReturn(string RewardId, int Attempt, DateTimeOffset At) : StandingCommand;

    public sealed record RedeemReward(string RewardId, Redemption Redemption) : StandingCommand;

    public sealed record JoinTarget(DateTimeOffset At) : StandingCommand;

    public sealed record ExpireTarget(DateTimeOffset At) : StandingCommand;
}
