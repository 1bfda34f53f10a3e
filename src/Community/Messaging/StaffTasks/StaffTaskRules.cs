using System.Diagnostics;

namespace Community.Messaging.StaffTasks;

public abstract record StaffTaskCommand
{
    StaffTaskCommand()
    {
    }

    public sealed record Complete(DateTimeOffset At, string? JoinUrl) : StaffTaskCommand;

    public sealed record Withdraw(DateTimeOffset At, string Reason) : StaffTaskCommand;

    /// <summary>Gives the task to the owner of its group; null when the group has none.</summary>
    public sealed record Assign(string? Owner) : StaffTaskCommand;

    public sealed record Remind(int Ordinal) : StaffTaskCommand;

    /// <summary>Keeps a task in step with its sheet.</summary>
    public sealed record Revise(string Title, DateTimeOffset DueAt, int ItemReminders) : StaffTaskCommand;

    /// <summary>Opens a task again that was done.</summary>
    public sealed record Reopen : StaffTaskCommand;
}

public abstract record StaffTaskEvent
{
    StaffTaskEvent()
    {
    }

    public sealed record Completed(DateTimeOffset At, string? JoinUrl) : StaffTaskEvent;

    public sealed record Withdrawn(DateTimeOffset At, string Reason) : StaffTaskEvent;

    public sealed record Assigned(string? Owner) : StaffTaskEvent;

    public sealed record Escalated(int Ordinal) : StaffTaskEvent;

    public sealed record Revised(string Title, DateTimeOffset DueAt, int ItemReminders) : StaffTaskEvent;

    public sealed record Reopened : StaffTaskEvent;

    /// <summary>The task stays open, because it makes a join link and the command has none.</summary>
    public sealed record JoinUrlMissing : StaffTaskEvent;
}

/// <summary>
/// A task has reminders at its due time, two hours later, and then every day until it is done. A task with a sheet has
/// its first one ten minutes after its due time.
/// </summary>
public static class StaffTaskRules
{
    static readonly TimeSpan SecondReminder = TimeSpan.FromHours(2);

    // A sheet ends by itself a few minutes after its last item.
    static readonly TimeSpan SheetGrace = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<StaffTaskEvent> Decide(StaffTaskCommand command, StaffTask task) => command switch
    {
        StaffTaskCommand.Reopen => task.Status is StaffTaskStatus.Done ? [new StaffTaskEvent.Reopened()] : [],
        _ when task.Status is StaffTaskStatus.Done => [],
        StaffTaskCommand.Complete complete when task.NeedsJoinUrl && string.IsNullOrWhiteSpace(complete.JoinUrl) =>
            [new StaffTaskEvent.JoinUrlMissing()],
        StaffTaskCommand.Complete complete => [new StaffTaskEvent.Completed(complete.At, complete.JoinUrl)],
        StaffTaskCommand.Withdraw withdraw => [new StaffTaskEvent.Withdrawn(withdraw.At, withdraw.Reason)],
        StaffTaskCommand.Assign when task.Kind is StaffTaskKind.EscalateFeedback => [],
        StaffTaskCommand.Assign assign when assign.Owner == task.Owner => [],
        StaffTaskCommand.Assign assign => [new StaffTaskEvent.Assigned(assign.Owner)],
        StaffTaskCommand.Remind remind when remind.Ordinal <= task.Escalations => [],
        StaffTaskCommand.Remind remind => [new StaffTaskEvent.Escalated(remind.Ordinal)],
        StaffTaskCommand.Revise revise when IsRepeat(revise, task) => [],
        StaffTaskCommand.Revise revise =>
            [new StaffTaskEvent.Revised(revise.Title, revise.DueAt, revise.ItemReminders)],
        _ => throw new UnreachableException(),
    };

    public static StaffTask Evolve(StaffTask task, StaffTaskEvent happened) => happened switch
    {
        StaffTaskEvent.Completed completed => task with
        {
            Status = StaffTaskStatus.Done,
            DoneAt = completed.At,
            JoinUrl = completed.JoinUrl,
        },
        StaffTaskEvent.Withdrawn withdrawn => task with
        {
            Status = StaffTaskStatus.Done,
            DoneAt = withdrawn.At,
            IsWithdrawn = true,
            WithdrawalReason = withdrawn.Reason,
        },
        StaffTaskEvent.Assigned assigned => task with { Owner = assigned.Owner },
        StaffTaskEvent.Escalated escalated => task with { Escalations = escalated.Ordinal },
        StaffTaskEvent.Revised revised => task with
        {
            Title = revised.Title,
            DueAt = revised.DueAt,
            ItemReminders = revised.ItemReminders,
        },
        StaffTaskEvent.Reopened => task with
        {
            Status = StaffTaskStatus.Open,
            DoneAt = null,
            IsWithdrawn = false,
            WithdrawalReason = null,
        },
        StaffTaskEvent.JoinUrlMissing => task,
        _ => throw new UnreachableException(),
    };

    /// <summary>The instant of the first reminder; the times of the others count from it.</summary>
    public static DateTimeOffset FirstReminderAt(StaffTask task) =>
        task.Kind is StaffTaskKind.SendPushes ? task.DueAt + SheetGrace : task.DueAt;

    public static DateTimeOffset ReminderAt(DateTimeOffset firstAt, int ordinal) =>
        ordinal <= 1 ? firstAt : firstAt + SecondReminder + TimeSpan.FromDays(ordinal - 2);

    /// <summary>
    /// The ordinal of the latest reminder that is due, at least <paramref name="next"/>. Reminders that no host gave in
    /// time become one.
    /// </summary>
    public static int LatestReminder(DateTimeOffset firstAt, int next, DateTimeOffset now)
    {
        var daily = now - firstAt - SecondReminder;
        return daily < TimeSpan.Zero ? next : Math.Max(next, 2 + (int)daily.TotalDays);
    }

    static bool IsRepeat(StaffTaskCommand.Revise revise, StaffTask task) =>
        revise == new StaffTaskCommand.Revise(task.Title, task.DueAt, task.ItemReminders);
}
