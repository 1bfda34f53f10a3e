using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.GroupSends;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// Confirms deliveries that the owner of the group sent by a group send, so that nobody has to report it here too. One
/// that the platform does not send, as when the chat has had its group sends, is sent by hand; its place stays used.
/// The group send of a delivery that was withdrawn is cancelled, so that its owner does not confirm it later.
/// </summary>
public sealed class GroupSendLookHandler(
    WeComGroupSendClient platform,
    Ledger ledger,
    GroupStore groups,
    StaffTaskService tasks,
    PushSender pushes,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<GroupSendLook>(GroupSendLook.Kind)
{
    protected override async Task HandleAsync(GroupSendLook look, DateTimeOffset at)
    {
        if (await ledger.FindByKeyAsync(look.GroupId, look.DeliveryKey) is not { } delivery) return;
        if (delivery.State is DeliveryState.Skipped) await CancelAsync(look);
        // A look may come before the row says that the delivery waits for the owner.
        if (delivery.State is not (DeliveryState.AwaitingStaff or DeliveryState.Sending)) return;
        var result = await FindResultAsync(look);
        if (result is { Status: GroupSendStatus.Sent })
            await ConfirmAsync(look, delivery, result.SendTime ?? clock.GetUtcNow());
        else if (ReasonOf(result?.Status) is { } reason)
            await HandOverAsync(look, delivery, reason);
        else
            await look.ScheduleNextAsync(scheduler, clock.GetUtcNow());
    }

    // What the owner has sent meanwhile is not recalled.
    async Task CancelAsync(GroupSendLook look)
    {
        if (await platform.CancelAsync(look.MessageId) is not WeComReply<Done>.Success)
            await look.ScheduleNextAsync(scheduler, clock.GetUtcNow());
    }

    // Null also while the platform cannot be asked: the next look asks again.
    async Task<GroupSendResult?> FindResultAsync(GroupSendLook look)
    {
        try
        {
            return await platform.AllResultsAsync(look.MessageId, look.OwnerId)
                .FirstOrDefaultAsync(result => result.ChatId == look.ChatId);
        }
        catch (PlatformUnavailableException)
        {
            return null;
        }
    }

    // Why this group send never reaches the chat; null while it may.
    static string? ReasonOf(GroupSendStatus? status) => status switch
    {
        GroupSendStatus.OverLimit => "the platform sends no more group sends to the chat in this period",
        GroupSendStatus.NotFriend => "the platform takes the chat for no contact of its owner",
        _ => null,
    };

    // The new task is stored before the ledger's row, and the old one ends after it, so that a repeat finds its way.
    async Task HandOverAsync(GroupSendLook look, Delivery delivery, string reason)
    {
        if (delivery.TaskId is not { } taskId) return;
        if (await groups.FindAsync(look.GroupId) is not { Value: var group }) return;
        if (await ledger.FindAsync(look.GroupId, look.DeliveryKey) is not { } reference) return;
        var byHand = NewStaffTasks.CarryOut(delivery, group, Capability.Manual, clock.GetUtcNow());
        await tasks.OpenAsync(byHand);
        await ledger.DecideAsync(reference, new DeliveryCommand.HandOver(taskId, byHand.Id, reason));
        var prepared = NewStaffTasks.CarryOut(delivery, group, Capability.StaffConfirmed, clock.GetUtcNow());
        await tasks.WithdrawAsync(prepared.Id, reason);
    }

    async Task ConfirmAsync(GroupSendLook look, Delivery delivery, DateTimeOffset sentAt)
    {
        // A task of several messages stays; only this one is confirmed.
        if (delivery is { StaffTaskId: null, TaskId: { } taskId })
        {
            await tasks.CompleteAsync(taskId, new CompleteTaskRequest(null));
            return;
        }

        if (await ledger.FindAsync(look.GroupId, look.DeliveryKey) is not { } reference) return;
        var confirmed = await ledger.DecideAsync(reference, new DeliveryCommand.ConfirmByStaff(sentAt));
        await pushes.FollowAsync(confirmed);
    }
}
