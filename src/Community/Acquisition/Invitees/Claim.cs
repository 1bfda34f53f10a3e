namespace Community.Acquisition.Invitees;

/// <summary>What a person's coming is worth to one inviter.</summary>
public enum ClaimState
{
    /// <summary>Nothing: somebody else invited them first, or nobody did.</summary>
    None,

    /// <summary>They came, and were there when their grace period ended; or it still runs and they are there.</summary>
    Held,

    /// <summary>They went within the grace period and were not back at its end.</summary>
    Lost,

    /// <summary>The campaign is for newcomers, and the brand knew them before.</summary>
    NotANewcomer,
}

/// <summary>
/// What an inviter is told of a person. <paramref name="Version"/> grows with everything that becomes known of them, so that of two tellings
/// the later one is known whatever their order; <paramref name="HasLeft"/> is true for one who is in none of the campaign's groups now,
/// <paramref name="IsRetained"/> for one who was in one a week after they came, or is now while the week is not over.
/// </summary>
public sealed record Claim(string Invitee, long Version, ClaimState State, DateTimeOffset At, bool HasLeft, bool IsRetained);
