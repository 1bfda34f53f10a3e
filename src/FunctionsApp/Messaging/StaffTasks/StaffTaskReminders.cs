using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.WeCom.StaffNotices;
using FunctionsApp.Platform.DueWork;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>The task whose next reminder is due.</summary>
public sealed record StaffTaskReminder(string TaskId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "staff-task-reminder";
}

/// <summary>
/// Reminds of a task at its due time, two hours later, and every day until it is done. A reminder is counted on the
/// task, told to its owner where the channel can, and logged, where alerts of the operations team read it. The ledger
/// of the group also gets each reminder to dissolve it. The log holds no title, because titles hold members' names and
/// texts.
/// </summary>
public sealed class StaffTaskReminderHandler(
    StaffTaskStore tasks,
    Ledger ledger,
    DueWorkScheduler scheduler,
    IEnumerable<StaffNoticeService> notices,
    TimeProvider clock,
    ILogger<StaffTaskReminderHandler> log) : DueWorkHandler<StaffTaskReminder>(StaffTaskReminder.Kind)
{
    // Null where the channel has no messages to staff.
    readonly StaffNoticeService? notices = notices.SingleOrDefault();

    protected override async Task HandleAsync(StaffTaskReminder reminder, DateTimeOffset at)
    {
        if (await tasks.FindAsync(reminder.TaskId) is not { Value: { Status: StaffTaskStatus.Open } task }) return;
        var (next, now) = (task.Escalations + 1, clock.GetUtcNow());
        var firstAt = StaffTaskRules.FirstReminderAt(task);
        if (StaffTaskRules.ReminderAt(firstAt, next) <= now)
        {
            var ordinal = StaffTaskRules.LatestReminder(firstAt, next, now);
            // Before it is counted, because a repeat gives no reminder that was counted.
            if (notices is not null)
                await notices.TellAsync(task.Owner, task.Id, StaffNoticeKind.Reminder, ordinal);
            if (!await RemindAsync(task.Id, ordinal, now)) return;
            next = ordinal + 1;
        }

        // Also after a reminder that was given before, because that run may have ended here.
        await scheduler.ScheduleAsync(StaffTaskReminder.Kind, StaffTaskRules.ReminderAt(firstAt, next), reminder);
    }

    // False when the task is done.
    async Task<bool> RemindAsync(string taskId, int ordinal, DateTimeOffset now)
    {
        var decided = await tasks.DecideAsync(taskId, new StaffTaskCommand.Remind(ordinal));
        if (decided is not { After: { Status: StaffTaskStatus.Open } task }) return false;
        log.LogWarning(
            "Reminder {Ordinal} of task {TaskId}, {Kind}, group {GroupId}, due {DueAt:u}",
            ordinal,
            task.Id,
            task.Kind,
            task.GroupId,
            task.DueAt);
        if (task is { Kind: StaffTaskKind.DissolveGroup, GroupId: { } groupId })
            await ledger.RecordSentAsync(ToDelivery(task, groupId, ordinal, now), task.Id);
        return true;
    }

    static NewDelivery ToDelivery(StaffTask task, string groupId, int ordinal, DateTimeOffset at) => new(
        $"staff-task-{task.Id}",
        $"reminder-{ordinal}",
        groupId,
        MemberId: null,
        ChannelAction.DissolveGroup,
        DeliveryPriority.Sale,
        task.Title,
        at);
}
