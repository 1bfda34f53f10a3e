using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

public enum CreditState
{
    /// <summary>The person is another inviter's invitee.</summary>
    None,

    /// <summary>邀请有效: counts.</summary>
    Credited,

    Revoked,

    /// <summary>Has a signal of fraud and waits for a review.</summary>
    UnderReview,

    /// <summary>
    /// Does not count: the brand knew the person before, another identity of the person counts, or a review refused the
    /// credit.
    /// </summary>
    Refused,
}

/// <summary>Why an invitee does not count, or not yet.</summary>
public enum CreditReason
{
    /// <summary>The person left within the grace period.</summary>
    LeftEarly,

    /// <summary>The brand knew the person before, and the campaign counts newcomers only.</summary>
    NotANewcomer,

    /// <summary>Another identity of the person counts.</summary>
    SecondIdentity,

    /// <summary>A review refused the credit.</summary>
    RefusedByReview,

    /// <summary>Signals of fraud wait for a review.</summary>
    Doubtful,
}

public sealed record Review(bool IsAccepted, string Reviewer, DateTimeOffset At)
{
    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];
}

/// <summary>邀请有效: one invitee of an inviter, by the latest claim.</summary>
public sealed record Credit(Claim Claim)
{
    /// <summary>The signals that do not follow from the claim, in the order of the enum.</summary>
    public IReadOnlyList<FraudSignal> Flags { get; init; } = [];

    public Review? Review { get; init; }

    [JsonIgnore]
    public IReadOnlyList<FraudSignal> Signals => [.. Flags.Union(ClaimSignals()).Order()];

    /// <summary>True when a signal came after the credit was accepted. A refusal stays.</summary>
    [JsonIgnore]
    public bool IsReopened => Review is { IsAccepted: true } review && Signals.Except(review.Signals).Any();

    [JsonIgnore]
    public CreditState State => (Claim.State, Review) switch
    {
        (ClaimState.None, _) => CreditState.None,
        (ClaimState.NotANewcomer or ClaimState.SecondIdentity, _) => CreditState.Refused,
        (_, { IsAccepted: false }) => CreditState.Refused,
        (ClaimState.Lost, _) => CreditState.Revoked,
        (_, null) when Signals.Count > 0 => CreditState.UnderReview,
        _ when IsReopened => CreditState.UnderReview,
        _ => CreditState.Credited,
    };

    /// <summary>Null for a credit that counts.</summary>
    [JsonIgnore]
    public CreditReason? Reason => (State, Claim.State) switch
    {
        (CreditState.Revoked, _) => CreditReason.LeftEarly,
        (CreditState.UnderReview, _) => CreditReason.Doubtful,
        (CreditState.Refused, ClaimState.NotANewcomer) => CreditReason.NotANewcomer,
        (CreditState.Refused, ClaimState.SecondIdentity) => CreditReason.SecondIdentity,
        (CreditState.Refused, _) => CreditReason.RefusedByReview,
        _ => null,
    };

    public Credit WithFlag(FraudSignal signal) =>
        Flags.Contains(signal) ? this : this with { Flags = [.. Flags.Append(signal).Order()] };

    public Credit Decide(Review review) => this with { Review = review with { Signals = Signals } };

    IEnumerable<FraudSignal> ClaimSignals()
    {
        if (Claim.IsRing) yield return FraudSignal.Ring;
        if (Claim.IsSecondIdentity) yield return FraudSignal.SecondIdentity;
    }
}
