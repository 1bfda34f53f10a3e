namespace Community.Acquisition.Invitees;

/// <summary>A person came into one of a campaign's groups, invited by <paramref name="Inviter"/> where somebody did, or went out of it.</summary>
public sealed record MembershipChange(string GroupId, DateTimeOffset At, bool IsIn, string? Inviter = null)
{
    /// <summary>
    /// By instant; at the same one a leave comes last, as the platform sends it; ties that remain are settled by what is said, never by what arrived
    /// first.
    /// </summary>
    public static IEnumerable<MembershipChange> InOrder(IEnumerable<MembershipChange> moves) => moves
        .OrderBy(change => change.At)
        .ThenBy(change => !change.IsIn)
        .ThenBy(change => change.Inviter, StringComparer.Ordinal)
        .ThenBy(change => change.GroupId, StringComparer.Ordinal);
}
