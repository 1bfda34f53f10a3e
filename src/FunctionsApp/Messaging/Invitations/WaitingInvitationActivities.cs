using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Invitations;

public sealed record InvitationAttempt(WaitingInvitation Invitation, DateTimeOffset At);

/// <summary>The activities of <see cref="WaitingInvitationOrchestrator"/>.</summary>
public sealed class WaitingInvitationActivities(
    GroupStore groups, DeliveryDispatcher dispatcher, StaffTaskService tasks)
{
    /// <summary>Sends the invitation when the group takes members; true when the wait is over.</summary>
    [Function(nameof(TrySendInvitation))]
    public async Task<bool> TrySendInvitation(
        [ActivityTrigger] InvitationAttempt attempt, [DurableClient] DurableTaskClient durable)
    {
        var invitation = attempt.Invitation;
        if (await groups.FindMemberAsync(invitation.GroupId, invitation.MemberId) is { IsPresent: true }) return true;
        if (await groups.FindAsync(invitation.GroupId) is not { Value: { TakesMembers: true } group }) return false;
        var delivery = invitation.ToDelivery(group.JoinUrl!, attempt.At);
        await durable.PerformAsync(await dispatcher.DeliverAsync(delivery));
        return true;
    }

    /// <summary>Withdraws the task at the end of the wait.</summary>
    [Function(nameof(EndInvitationWait))]
    public Task EndInvitationWait([ActivityTrigger] WaitingInvitation invitation) =>
        tasks.WithdrawAsync(invitation.TaskId, "the invitations no longer wait");
}
