using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>
/// Sends an invitation when its group takes members again, and gives up at the end of the wait. It looks at the group
/// every hour, because many things give a group a place.
/// </summary>
public sealed class WaitingInvitationHandler(
    GroupStore groups, InvitationService invitations, StaffTaskService tasks, TimeProvider clock)
    : DueWorkHandler<WaitingInvitation>(WaitingInvitation.Kind)
{
    protected override async Task HandleAsync(WaitingInvitation invitation, DateTimeOffset at)
    {
        if (await IsSentAsync(invitation, at) || at >= invitation.Until)
            await tasks.WithdrawAsync(invitation.TaskId, "the invitations no longer wait");
        else await invitations.WaitAsync(invitation, clock.GetUtcNow());
    }

    // True also for a member who joined in another way.
    async Task<bool> IsSentAsync(WaitingInvitation invitation, DateTimeOffset at)
    {
        if (await groups.FindMemberAsync(invitation.GroupId, invitation.MemberId) is { IsPresent: true }) return true;
        return await groups.FindAsync(invitation.GroupId) is { Value: var group }
            && await invitations.TrySendAsync(group, invitation, at);
    }
}
