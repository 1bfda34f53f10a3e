using Community.Messaging;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>One reminder of one task.</summary>
public sealed record RemindStaffInput(string TaskId, int Ordinal);

/// <summary>
/// Counts a reminder on the task and logs it, where alerts of the operations team read it. The ledger of the group also
/// gets each reminder to dissolve it. The log holds no title, because titles hold members' names and texts.
/// </summary>
public sealed class RemindStaffActivity(
    StaffTaskStore tasks, Ledger ledger, TimeProvider clock, ILogger<RemindStaffActivity> log)
{
    /// <summary>False when the task is done, which ends the reminders.</summary>
    [Function(nameof(RemindStaffActivity))]
    public async Task<bool> Run([ActivityTrigger] RemindStaffInput input)
    {
        var decided = await tasks.DecideAsync(input.TaskId, new StaffTaskCommand.Remind(input.Ordinal));
        if (decided is not { After: { Status: StaffTaskStatus.Open } task }) return false;
        log.LogWarning(
            "Reminder {Ordinal} of task {TaskId}, {Kind}, group {GroupId}, due {DueAt:u}",
            input.Ordinal,
            task.Id,
            task.Kind,
            task.GroupId,
            task.DueAt);
        if (task is { Kind: StaffTaskKind.DissolveGroup, GroupId: { } groupId })
            await ledger.RecordSentAsync(Reminder(task, groupId, input.Ordinal), task.Id);
        return true;
    }

    NewDelivery Reminder(StaffTask task, string groupId, int ordinal) => new(
        MessagingInstanceIds.StaffTask(task.Id),
        $"reminder-{ordinal}",
        groupId,
        MemberId: null,
        ChannelAction.DissolveGroup,
        DeliveryPriority.Sale,
        task.Title,
        clock.GetUtcNow());
}
