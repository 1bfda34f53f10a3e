using System.Text.Json.Serialization;
using Community.Acquisition.Invitees;

namespace Community.Acquisition.Standings;

/// <summary>Whether an invitee counts for the inviter.</summary>
public enum CreditState
{
    /// <summary>Not this inviter's.</summary>
    None,

    /// <summary>邀请有效: counts.</summary>
    Credited,

    /// <summary>Went too soon.</summary>
    Revoked,

    /// <summary>Doubtful; waits for a decision.</summary>
    UnderReview,

    /// <summary>Does not count: known to the brand before, or refused by a person.</summary>
    Refused,
}

/// <summary>A person's decision on a doubtful credit.</summary>
public sealed record Review(bool Accepted, string By, DateTimeOffset At);

/// <summary>One invitee as their inviter's books have them: the latest claim, what is doubtful about it, and what was decided.</summary>
public sealed record Credit(Claim Claim)
{
    /// <summary>In order of the enum, none twice.</summary>
    public IReadOnlyList<FraudSignal> Signals { get; init; } = [];

    /// <summary>Null until somebody decided.</summary>
    public Review? Review { get; init; }

    /// <summary>Whether it counts.</summary>
    [JsonIgnore]
    public CreditState State => (Claim.State, Review) switch
    {
        (ClaimState.None, _) => CreditState.None,
        (ClaimState.NotANewcomer, _) or (_, { Accepted: false }) => CreditState.Refused,
        (ClaimState.Lost, _) => CreditState.Revoked,
        (_, null) when Signals.Count > 0 => CreditState.UnderReview,
        _ => CreditState.Credited,
    };

    /// <summary>The same with these signals besides.</summary>
    public Credit With(params IEnumerable<FraudSignal> signals) => this with { Signals = [.. Signals.Union(signals).Order()] };
}
