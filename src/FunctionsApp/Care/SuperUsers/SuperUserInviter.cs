using Community.Care.SuperUsers;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>Checks whether a person can be invited into a group now.</summary>
public sealed class SuperUserInviter(SuperUserCriteriaStore criteria, SuperUserService superUsers, GroupStore groups)
{
    /// <summary>
    /// The invited person, or why the invitation is refused; neither for a person who is no candidate. A repeat is
    /// answered even when the group takes no members any more.
    /// </summary>
    public async Task<(SuperUser? User, Refusal? Refusal)> InviteAsync(
        Group group, string memberId, string by, string page)
    {
        if (await criteria.FindAsync(group.Id) is not { } published)
            return (null, Refusal.Conflict(ConflictKind.Incomplete, "the group has no published criteria"));
        if (await groups.FindMemberAsync(group.Id, memberId) is { IsPresent: true })
            return (null, Refusal.Conflict(ConflictKind.AlreadyDone, "the person is in the group already"));
        var user = await superUsers.CompareAsync(published, memberId);
        if (user is { Status: SuperUserStatus.Invited }) return (user, null);
        if (user.Sort is SuperUserSort.None) return (null, null);
        if (FaultOf(group) is { } fault) return (null, fault);
        var decided = await superUsers.InviteAsync(published, group, memberId, by, page);
        return decided is { Events: [SuperUserEvent.Refused refused] }
            ? (null, refused.Refusal)
            : (decided.After, null);
    }

    static Refusal? FaultOf(Group group)
    {
        if (group.Owner is null)
            return Refusal.Conflict(ConflictKind.Incomplete, "the group has no owner who could invite");
        if (group.IsInCrisis) return Refusal.Conflict(ConflictKind.State, "the group is in a crisis");
        if (group.State is GroupState.Full) return Refusal.Conflict(ConflictKind.LimitReached, "the group is full");
        return group.TakesMembers ? null : Refusal.Conflict(ConflictKind.State, "the group takes no members");
    }
}
