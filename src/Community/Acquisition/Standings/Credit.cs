using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <summary>The effect of an invitee on the inviter's count.</summary>
public enum CreditState
{
    /// <summary>The person is another inviter's invitee.</summary>
    None,

    /// <summary>邀请有效: counts.</summary>
    Credited,

    Revoked,

    /// <summary>Has a signal of fraud and waits for a review.</summary>
    UnderReview,

    /// <summary>Does not count: the brand knew the person before, or a review refused the credit.</summary>
    Refused,
}

public sealed record Review(bool IsAccepted, string Reviewer, DateTimeOffset At);

/// <summary>邀请有效: one invitee of an inviter, by the latest claim.</summary>
public sealed record Credit(Claim Claim)
{
    /// <summary>In the order of the enum, without duplicates.</summary>
    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];

    public Review? Review { get; init; }

    [JsonIgnore]
    public CreditState State => (Claim.State, Review) switch
    {
        (ClaimState.None, _) => CreditState.None,
        (ClaimState.NotANewcomer, _) or (_, { IsAccepted: false }) => CreditState.Refused,
        (ClaimState.Lost, _) => CreditState.Revoked,
        (_, null) when Signals.Count > 0 => CreditState.UnderReview,
        _ => CreditState.Credited,
    };

    public Credit WithSignals(params IEnumerable<FraudSignal> signals) =>
        this with { Signals = [.. Signals.Union(signals).Order()] };
}
