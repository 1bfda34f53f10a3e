using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.GroupSends;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Events.WeCom;

/// <summary>
/// Confirms deliveries that the owner of the group sent by a group send, so that nobody has to report it here too.
/// </summary>
public sealed class GroupSendLookHandler(
    WeComGroupSendClient platform,
    Ledger ledger,
    StaffTaskService tasks,
    PushSender pushes,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<GroupSendLook>(GroupSendLook.Kind)
{
    protected override async Task HandleAsync(GroupSendLook look, DateTimeOffset at)
    {
        if (await ledger.FindByKeyAsync(look.GroupId, look.DeliveryKey) is not { } delivery) return;
        // A look may come before the row says that the delivery waits for the owner.
        if (delivery.State is not (DeliveryState.AwaitingStaff or DeliveryState.Sending)) return;
        if (await FindResultAsync(look) is { Status: GroupSendStatus.Sent } sent)
            await ConfirmAsync(look, delivery, sent.SendTime ?? clock.GetUtcNow());
        else if (clock.GetUtcNow() - look.AskedAt < GroupSendLook.GivenUpAfter)
            await scheduler.ScheduleAsync(GroupSendLook.Kind, at + GroupSendLook.Interval, look);
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
