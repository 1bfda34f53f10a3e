using Community.Groups;
using Community.Messaging;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.StaffTasks;

/// <summary>Tells everyone who waited that a task is done.</summary>
public sealed class CompletedTaskFunction(StaffTaskStore tasks, Ledger ledger, GroupStore groups, GroupDissolvedHandler dissolutions)
{
    /// <summary>Safe to repeat: what was told before is told again and changes nothing.</summary>
    [Function("ConsumeCompletedTask")]
    public async Task Run([QueueTrigger(CompletedTask.QueueName)] CompletedTask completed, [DurableClient] DurableTaskClient durable)
    {
        if (await tasks.FindAsync(completed.TaskId) is not { Value: { DoneAt: { } doneAt } task }) return;
        if (task is { JoinUrl: { } joinUrl, GroupId: { } groupId }) await groups.DecideAsync(groupId, new GroupCommand.Open(joinUrl));
        if (task is { Kind: StaffTaskKind.DissolveGroup, IsWithdrawn: false, GroupId: { } gone }) await dissolutions.ConfirmAsync(gone, doneAt, durable);
        if (task is { DeliveryKey: { } key, GroupId: { } group } && await ledger.FindAsync(group, key) is { } reference)
        {
            var delivery = await ledger.DecideAsync(reference, task.IsWithdrawn ? new DeliveryCommand.Skip("nobody needs it any more") : new DeliveryCommand.ConfirmByStaff(doneAt));
            await durable.RaiseEventAsync(delivery.Cause, WorkflowEvents.StaffDone, task.Id);
        }

        await durable.RaiseEventAsync(MessagingInstanceIds.StaffTask(task.Id), WorkflowEvents.StaffDone, task.Id);
    }
}
