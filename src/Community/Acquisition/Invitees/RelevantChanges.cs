namespace Community.Acquisition.Invitees;

/// <summary>
/// Selects the joins and leaves that can still decide a claim. The selection depends on the set of changes alone, so
/// that the order of arrival has no effect, and its size is bounded.
/// </summary>
static class RelevantChanges
{
    public static IReadOnlyList<MembershipChange> SelectWith(Invitee invitee, MembershipChange added)
    {
        IReadOnlyList<MembershipChange> all =
            [.. MembershipChange.Sort(invitee.Changes.Append(added).Distinct())];
        return (invitee with { Changes = all }).Invitation is { } invitation
            ? SelectAround(all, invitation.At, DecidedAt(invitee, invitation))
            : [.. all.TakeLast(InviteeRules.MaxChanges)];
    }

    static DateTimeOffset DecidedAt(Invitee invitee, MembershipChange invitation) =>
        invitation.At + (invitee.Grace > Invitee.Retention ? invitee.Grace : Invitee.Retention);

    // Earlier changes are kept because an older invitation may still arrive.
    static IReadOnlyList<MembershipChange> SelectAround(
        IReadOnlyList<MembershipChange> all, DateTimeOffset invitedAt, DateTimeOffset decidedAt)
    {
        var deciding = all
            .Where(change => change.At >= invitedAt && change.At < decidedAt)
            .Take(InviteeRules.MaxChanges)
            .ToList();
        var earlier = all
            .Where(change => change.At < invitedAt)
            .TakeLast(InviteeRules.MaxChanges - deciding.Count);
        return [.. earlier, .. deciding, .. LatestOfEachGroup(all.Where(change => change.At >= decidedAt))];
    }

    static IEnumerable<MembershipChange> LatestOfEachGroup(IEnumerable<MembershipChange> changes) =>
        MembershipChange.Sort(changes.GroupBy(change => change.GroupId).Select(group => group.Last()));
}
