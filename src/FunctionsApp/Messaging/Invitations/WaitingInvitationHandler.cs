using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>
/// Sends an invitation when its group takes members again, and gives up at the end of the wait. It looks at the group
/// every hour, because many things give a group a place.
/// </summary>
public sealed class WaitingInvitationHandler(
    GroupStore groups,
    DeliveryDispatcher dispatcher,
    StaffTaskService tasks,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<WaitingInvitation>(WaitingInvitation.Kind)
{
    protected override async Task HandleAsync(WaitingInvitation invitation, DateTimeOffset at)
    {
        if (await IsSentAsync(invitation, at) || at >= invitation.Until)
        {
            await tasks.WithdrawAsync(invitation.TaskId, "the invitations no longer wait");
            return;
        }

        await scheduler.ScheduleAsync(WaitingInvitation.Kind, invitation.NextLook(clock.GetUtcNow()), invitation);
    }

    // True also for a member who joined in another way.
    async Task<bool> IsSentAsync(WaitingInvitation invitation, DateTimeOffset at)
    {
        if (await groups.FindMemberAsync(invitation.GroupId, invitation.MemberId) is { IsPresent: true }) return true;
        if (await groups.FindAsync(invitation.GroupId) is not { Value: { TakesMembers: true } group }) return false;
        await dispatcher.DeliverAsync(invitation.ToDelivery(group.JoinUrl!, at));
        return true;
    }
}
