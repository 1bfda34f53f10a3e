namespace Community.Acquisition.Invitees;

/// <summary>
/// A join or a leave of one of a campaign's groups. <paramref name="Inviter"/> is null for a leave and for a join
/// without an invitation.
/// </summary>
public sealed record MembershipChange(string GroupId, DateTimeOffset At, bool IsIn, string? Inviter = null)
{
    /// <summary>
    /// Sorts by instant, joins before leaves as the platform sends them. The remaining ties are resolved by content, so
    /// that the order of arrival has no effect.
    /// </summary>
    public static IEnumerable<MembershipChange> Sort(IEnumerable<MembershipChange> changes) => changes
        .OrderBy(change => change.At)
        .ThenBy(change => !change.IsIn)
        .ThenBy(change => change.Inviter, StringComparer.Ordinal)
        .ThenBy(change => change.GroupId, StringComparer.Ordinal);
}
