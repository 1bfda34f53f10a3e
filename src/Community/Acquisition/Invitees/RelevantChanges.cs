namespace Community.Acquisition.Invitees;

/// <summary>
/// Selects the joins and leaves that can still decide a claim. The selection depends on the set of changes alone, so
/// that the order of arrival has no effect, and its size is bounded: the earliest and the latest changes around the
/// invitation, and the last change of each group before each instant at which presence counts.
/// </summary>
static class RelevantChanges
{
    public static IReadOnlyList<MembershipChange> SelectWith(Invitee invitee, MembershipChange added)
    {
        IReadOnlyList<MembershipChange> all =
            [.. MembershipChange.Sort(invitee.Changes.Append(added).Distinct())];
        return (invitee with { Changes = all }).Invitation is { } invitation
            ? SelectAround(all, invitation.At, invitee.Grace)
            : [.. all.TakeLast(InviteeRules.MaxChanges)];
    }

    // Earlier changes are kept because an older invitation may still arrive, and the first later ones because it would
    // end the periods earlier.
    static IReadOnlyList<MembershipChange> SelectAround(
        IReadOnlyList<MembershipChange> all, DateTimeOffset invitedAt, TimeSpan grace)
    {
        var earlier = all.Where(change => change.At < invitedAt).TakeLast(InviteeRules.MaxChanges);
        var later = all.Where(change => change.At >= invitedAt).ToList();
        return [.. MembershipChange.Sort(earlier
            .Concat(later.Take(InviteeRules.MaxChanges))
            .Concat(LastOfEachGroup(later.Where(change => change.At < invitedAt + grace)))
            .Concat(LastOfEachGroup(later.Where(change => change.At < invitedAt + Invitee.Retention)))
            .Concat(LastOfEachGroup(later))
            .Distinct())];
    }

    static IEnumerable<MembershipChange> LastOfEachGroup(IEnumerable<MembershipChange> inOrder) =>
        inOrder.GroupBy(change => change.GroupId).Select(group => group.Last());
}
