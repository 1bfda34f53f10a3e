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

    /// <summary>The task stays open, because it makes a join link and the command has none.</summary>
    public sealed record JoinUrlMissing : StaffTaskEvent;
}

/// <summary>A task has reminders at its due time, two hours later, and then every day until it is done.</summary>
public static class StaffTaskRules
{
    static readonly TimeSpan SecondReminder = TimeSpan.FromHours(2);

    public static IReadOnlyList<StaffTaskEvent> Decide(StaffTaskCommand command, StaffTask task) => command switch
    {
        _ when task.Status is StaffTaskStatus.Done => [],
        StaffTaskCommand.Complete complete when task.NeedsJoinUrl && string.IsNullOrWhiteSpace(complete.JoinUrl) =>
            [new StaffTaskEvent.JoinUrlMissing()],
        StaffTaskCommand.Complete complete => [new StaffTaskEvent.Completed(complete.At, complete.JoinUrl)],
        StaffTaskCommand.Withdraw withdraw => [new StaffTaskEvent.Withdrawn(withdraw.At, withdraw.Reason)],
        StaffTaskCommand.Assign assign when assign.Owner == task.Owner => [],
        StaffTaskCommand.Assign assign => [new StaffTaskEvent.Assigned(assign.Owner)],
        StaffTaskCommand.Remind remind when remind.Ordinal <= task.Escalations => [],
        StaffTaskCommand.Remind remind => [new StaffTaskEvent.Escalated(remind.Ordinal)],
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
        StaffTaskEvent.JoinUrlMissing => task,
        _ => throw new UnreachableException(),
    };

    public static DateTimeOffset ReminderAt(DateTimeOffset dueAt, int ordinal) =>
        ordinal <= 1 ? dueAt : dueAt + SecondReminder + TimeSpan.FromDays(ordinal - 2);

    /// <summary>
    /// The ordinal of the latest reminder that is due, at least <paramref name="next"/>. Reminders that no host gave in
    /// time become one.
    /// </summary>
    public static int LatestReminder(DateTimeOffset dueAt, int next, DateTimeOffset now)
    {
        var daily = now - dueAt - SecondReminder;
        return daily < TimeSpan.Zero ? next : Math.Max(next, 2 + (int)daily.TotalDays);
    }
}
