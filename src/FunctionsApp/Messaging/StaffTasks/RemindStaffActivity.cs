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
/// Counts a reminder on the task and says so in the log, where the operations team's alerts read it; each reminder to dissolve a group is in the group's
/// ledger besides.
/// </summary>
public sealed class RemindStaffActivity(StaffTaskStore tasks, Ledger ledger, TimeProvider clock, ILogger<RemindStaffActivity> log)
{
    /// <summary>False when the task is done, so that nobody is reminded again.</summary>
    [Function(nameof(RemindStaffActivity))]
    public async Task<bool> Run([ActivityTrigger] RemindStaffInput input)
    {
        if (await tasks.DecideAsync(input.TaskId, new StaffTaskCommand.Remind(input.Ordinal)) is not { After: { Status: StaffTaskStatus.Open } task }) return false;
        log.LogWarning("Reminder {Ordinal} of task {TaskId}, due {DueAt:u}: {Title}", input.Ordinal, task.Id, task.DueAt, task.Title);
        if (task is { Kind: StaffTaskKind.DissolveGroup, GroupId: { } group })
            await ledger.RecordSentAsync(new(MessagingInstanceIds.StaffTask(task.Id), $"reminder-{input.Ordinal}", group, MemberId: null, ChannelAction.DissolveGroup, DeliveryPriority.Sale, task.Title, clock.GetUtcNow()), task.Id);
        return true;
    }
}
