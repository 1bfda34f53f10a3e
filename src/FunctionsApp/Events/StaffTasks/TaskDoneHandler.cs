using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Events.StaffTasks;

/// <summary>
/// A staff task is done or withdrawn: the group opens or is dissolved, the delivery ends, and the orchestrations that
/// wait are notified. A repeat returns the same actions.
/// </summary>
public sealed class TaskDoneHandler(
    StaffTaskStore tasks, Ledger ledger, GroupStore groups, GroupDissolvedHandler groupDissolved, PushSender pushes)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(string taskId)
    {
        if (await tasks.FindAsync(taskId) is not { Value: { DoneAt: { } doneAt } task }) return DurableAction.None;
        await OpenGroupAsync(task, doneAt);
        return
        [
            .. await ConfirmDissolvedAsync(task, doneAt),
            .. await EndDeliveryAsync(task, doneAt),
        ];
    }

    async Task OpenGroupAsync(StaffTask task, DateTimeOffset doneAt)
    {
        if (task is { JoinUrl: { } joinUrl, GroupId: { } groupId })
            await groups.DecideAsync(groupId, new GroupCommand.Open(joinUrl, doneAt));
    }

    async Task<IReadOnlyList<DurableAction>> ConfirmDissolvedAsync(StaffTask task, DateTimeOffset doneAt) =>
        task is { Kind: StaffTaskKind.DissolveGroup, IsWithdrawn: false, GroupId: { } groupId }
            ? await groupDissolved.HandleAsync(groupId, doneAt)
            : DurableAction.None;

    async Task<IReadOnlyList<DurableAction>> EndDeliveryAsync(StaffTask task, DateTimeOffset doneAt)
    {
        if (task is not { DeliveryKey: { } key, GroupId: { } groupId }) return DurableAction.None;
        if (await ledger.FindAsync(groupId, key) is not { } reference) return DurableAction.None;
        // Another task took the place of one that could not send it.
        if (task.IsWithdrawn && await ledger.FindAsync(reference) is { TaskId: { } present } && present != task.Id)
            return DurableAction.None;
        DeliveryCommand end = task.IsWithdrawn
            ? new DeliveryCommand.Skip(task.WithdrawalReason ?? "the task is withdrawn")
            : new DeliveryCommand.ConfirmByStaff(doneAt);
        var delivery = await ledger.DecideAsync(reference, end);
        await pushes.FollowAsync(delivery);
        return [.. Waiting(delivery).Select(id => new DurableAction.Raise(id, WorkflowEvents.StaffDone, task.Id))];
    }

    // A flash group that was ended early may be ended by another orchestration than its own.
    static IEnumerable<string> Waiting(Delivery delivery) =>
        delivery.Cause == LifecycleInstanceIds.FlashGroup(delivery.GroupId)
            ? [delivery.Cause, LifecycleInstanceIds.GroupEnd(delivery.GroupId)]
            : [delivery.Cause];
}
