namespace Community.Acquisition.Invitees;

/// <summary>The first join of an identity by another member's invitation in one campaign.</summary>
public sealed record FirstInvitation(string MemberId, DateTimeOffset At, string Inviter)
{
    /// <summary>True when this one counts in place of the other, in any order of arrival.</summary>
    public bool Precedes(FirstInvitation other) =>
        At < other.At || (At == other.At && string.CompareOrdinal(Inviter, other.Inviter) < 0);
}
