using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.StaffNotices;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>Opens, completes and withdraws staff tasks.</summary>
public sealed class StaffTaskService(
    StaffTaskStore tasks,
    DueWorkScheduler scheduler,
    MessageQueue<CompletedTask> completedTasks,
    IEnumerable<StaffNoticeService> notices,
    TimeProvider clock)
{
    // Null where the channel has no messages to staff.
    readonly StaffNoticeService? notices = notices.SingleOrDefault();

    /// <summary>Opens the task once.</summary>
    public async Task OpenAsync(NewStaffTask request)
    {
        // A task without reminders would be forgotten; a reminder without a task does nothing.
        await scheduler.ScheduleAsync(StaffTaskReminder.Kind, request.DueAt, new StaffTaskReminder(request.Id));
        await tasks.AddAsync(StaffTask.From(request));
        await TellAsync(request, StaffNoticeKind.Opened, number: 1);
    }

    /// <summary>
    /// Opens the task, or gives an open one the title, due time and number of item reminders. A task that is done stays
    /// done unless <paramref name="reopens"/>.
    /// </summary>
    public async Task OpenOrReviseAsync(NewStaffTask request, int itemReminders, bool reopens)
    {
        await OpenAsync(request);
        // The reminder that came with the task may have run while it was done.
        if (reopens && await tasks.DecideAsync(request.Id, new StaffTaskCommand.Reopen()) is { Events.Count: > 0 })
            await scheduler.ScheduleAsync(StaffTaskReminder.Kind, request.DueAt, new StaffTaskReminder(request.Id));
        await tasks.DecideAsync(
            request.Id, new StaffTaskCommand.Revise(request.Title, request.DueAt, itemReminders));
        if (itemReminders > 0) await TellAsync(request, StaffNoticeKind.ItemReminder, itemReminders);
    }

    /// <summary>
    /// Stores that the task is done and queues what depends on it. A repeat queues it again, because the first request
    /// may have failed between the two.
    /// </summary>
    public async Task<CompletionResult> CompleteAsync(string taskId, CompleteTaskRequest request)
    {
        var command = new StaffTaskCommand.Complete(clock.GetUtcNow(), request.JoinUrl);
        switch (await tasks.DecideAsync(taskId, command))
        {
            case null:
                return CompletionResult.Unknown;
            case { Events: [StaffTaskEvent.JoinUrlMissing] }:
                return CompletionResult.JoinUrlMissing;
            default:
                await completedTasks.SendAsync(new CompletedTask(taskId));
                return CompletionResult.Done;
        }
    }

    /// <summary>
    /// Ends the open tasks of a dissolved group: its dissolution is done, other tasks are withdrawn. Members are owed
    /// their refunds all the same.
    /// </summary>
    public async Task CloseTasksOfGroupAsync(string groupId)
    {
        foreach (var taskId in await tasks.OpenOfGroupAsync(groupId))
        {
            switch ((await tasks.FindAsync(taskId))?.Value.Kind)
            {
                case StaffTaskKind.DissolveGroup:
                    await CompleteAsync(taskId, new CompleteTaskRequest(null));
                    break;
                case StaffTaskKind.RefundGroupBuy:
                    break;
                default:
                    await WithdrawAsync(taskId, "the group is dissolved");
                    break;
            }
        }
    }

    /// <summary>Gives the open tasks of a group to its owner; null when it has none.</summary>
    public async Task AssignTasksOfGroupAsync(string groupId, string? owner)
    {
        foreach (var taskId in await tasks.OpenOfGroupAsync(groupId))
            await tasks.DecideAsync(taskId, new StaffTaskCommand.Assign(owner));
    }

    /// <summary>Withdraws the open tasks about a member who left the group.</summary>
    public async Task WithdrawTasksOfMemberAsync(string groupId, string memberId)
    {
        foreach (var taskId in await tasks.OpenOfGroupAsync(groupId, memberId))
            await WithdrawAsync(taskId, "the member left the group");
    }

    /// <summary>Ends a task that is no longer needed. The ledger shows the reason at its delivery.</summary>
    public async Task WithdrawAsync(string taskId, string reason)
    {
        var command = new StaffTaskCommand.Withdraw(clock.GetUtcNow(), reason);
        if (await tasks.DecideAsync(taskId, command) is not null)
            await completedTasks.SendAsync(new CompletedTask(taskId));
    }

    Task TellAsync(NewStaffTask task, StaffNoticeKind kind, int number) =>
        notices?.TellAsync(task.Owner, task.Id, kind, number) ?? Task.CompletedTask;
}

/// <summary>The outcome of the completion of a task.</summary>
public enum CompletionResult
{
    /// <summary>There is no such task.</summary>
    Unknown,

    /// <summary>The task makes a join link, and the request has none.</summary>
    JoinUrlMissing,

    /// <summary>The task is done, now or before.</summary>
    Done,
}

/// <summary>The body of <c>POST /api/tasks/{id}/done</c>, which may be absent.</summary>
public sealed record CompleteTaskRequest(string? JoinUrl);

/// <summary>A task that is done or withdrawn.</summary>
public sealed record CompletedTask(string TaskId)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "completed-tasks";
}
