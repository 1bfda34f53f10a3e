namespace Community.Acquisition.Invitees;

public enum ClaimState
{
    /// <summary>Another member invited the person first, or no member did.</summary>
    None,

    /// <summary>The person is present at the end of the grace period, or now while the period runs.</summary>
    Held,

    /// <summary>The person left within the grace period and was absent at its end.</summary>
    Lost,

    /// <summary>The campaign counts newcomers only, and the brand knew the person before.</summary>
    NotANewcomer,

    /// <summary>Another identity of the person was invited first and has the claim.</summary>
    SecondIdentity,
}

/// <summary>
/// One inviter's claim on an invitee. <paramref name="Version"/> grows with each fact about the invitee, so that the
/// later of two claims is known in any order of arrival. <paramref name="HasLeft"/> is true when the invitee is in none
/// of the campaign's groups now, <paramref name="IsRetained"/> when the invitee is present after
/// <see cref="Invitees.Invitee.Retention"/>, or now while that period runs.
/// </summary>
public sealed record Claim(
    string Invitee, long Version, ClaimState State, DateTimeOffset At, bool HasLeft, bool IsRetained)
{
    /// <summary>The invitee invited the inviter.</summary>
    public bool IsRing { get; init; }

    /// <summary>The inviter, or an invitee who came first, is the same person by union id.</summary>
    public bool IsSecondIdentity { get; init; }
}
