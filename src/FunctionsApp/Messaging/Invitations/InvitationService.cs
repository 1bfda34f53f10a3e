using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>Sends invitations into groups, at once or when the group takes members again.</summary>
public sealed class InvitationService(
    DeliveryDispatcher dispatcher, StaffTaskService tasks, DueWorkScheduler scheduler)
{
    /// <summary>
    /// Sends the invitation, or opens the task that reports the group and lets the invitation wait.
    /// </summary>
    public async Task SendOrWaitAsync(
        Group group, WaitingInvitation invitation, NewStaffTask task, DateTimeOffset at)
    {
        if (await TrySendAsync(group, invitation, at)) return;
        await tasks.OpenAsync(task);
        await WaitAsync(invitation, at);
    }

    /// <summary>Sends the invitation, once; false when the group takes no members.</summary>
    public async Task<bool> TrySendAsync(Group group, WaitingInvitation invitation, DateTimeOffset at)
    {
        if (!group.TakesMembers) return false;
        await dispatcher.DeliverAsync(invitation.ToDelivery(group.JoinUrl!, at));
        return true;
    }

    /// <summary>Lets the invitation wait until the next look at its group.</summary>
    public Task WaitAsync(WaitingInvitation invitation, DateTimeOffset now) =>
        scheduler.ScheduleAsync(WaitingInvitation.Kind, invitation.NextLook(now), invitation);
}
