using System.Diagnostics;

namespace Community.Messaging.StaffTasks;

/// <summary>What is done with a task.</summary>
public abstract record StaffTaskCommand
{
    StaffTaskCommand()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Complete(DateTimeOffset At, string? JoinUrl) : StaffTaskCommand;

    /// <summary>Nobody needs it any more: what it asked for is no longer wanted.</summary>
    public sealed record Withdraw(DateTimeOffset At) : StaffTaskCommand;

    /// <summary>The reminder with this ordinal (from 1) is due.</summary>
    public sealed record Remind(int Ordinal) : StaffTaskCommand;
}

/// <summary>What became of a task.</summary>
public abstract record StaffTaskEvent
{
    StaffTaskEvent()
    {
    }

    /// <summary>Somebody did it.</summary>
    public sealed record Completed(DateTimeOffset At, string? JoinUrl) : StaffTaskEvent;

    /// <summary>Nobody has to do it any more.</summary>
    public sealed record Withdrawn(DateTimeOffset At) : StaffTaskEvent;

    /// <summary>Nobody had done it.</summary>
    public sealed record Escalated(int Ordinal) : StaffTaskEvent;

    /// <summary>It cannot be done like that; nothing changed.</summary>
    public sealed record JoinUrlMissing : StaffTaskEvent;
}

/// <summary>The life of a task: reminded at its due time, again two hours later, then every day until it is done.</summary>
public static class StaffTaskRules
{
    static readonly TimeSpan SecondReminder = TimeSpan.FromHours(2);

    /// <summary>The events that the command causes; none for a repeat.</summary>
    public static IReadOnlyList<StaffTaskEvent> Decide(StaffTaskCommand command, StaffTask task) => command switch
    {
        _ when task.Status is StaffTaskStatus.Done => [],
        StaffTaskCommand.Complete complete when task.NeedsJoinUrl && string.IsNullOrWhiteSpace(complete.JoinUrl) => [new StaffTaskEvent.JoinUrlMissing()],
        StaffTaskCommand.Complete complete => [new StaffTaskEvent.Completed(complete.At, complete.JoinUrl)],
        StaffTaskCommand.Withdraw withdraw => [new StaffTaskEvent.Withdrawn(withdraw.At)],
        StaffTaskCommand.Remind remind when remind.Ordinal <= task.Escalations => [],
        StaffTaskCommand.Remind remind => [new StaffTaskEvent.Escalated(remind.Ordinal)],
        _ => throw new UnreachableException(),
    };

    /// <summary>The task after the event.</summary>
    public static StaffTask Evolve(StaffTask task, StaffTaskEvent happened) => happened switch
    {
        StaffTaskEvent.Completed completed => task with { Status = StaffTaskStatus.Done, DoneAt = completed.At, JoinUrl = completed.JoinUrl },
        StaffTaskEvent.Withdrawn withdrawn => task with { Status = StaffTaskStatus.Done, DoneAt = withdrawn.At, IsWithdrawn = true },
        StaffTaskEvent.Escalated escalated => task with { Escalations = escalated.Ordinal },
        StaffTaskEvent.JoinUrlMissing => task,
        _ => throw new UnreachableException(),
    };

    /// <summary>When the reminder with this ordinal (from 1) is due.</summary>
    public static DateTimeOffset ReminderAt(DateTimeOffset dueAt, int ordinal) =>
        ordinal <= 1 ? dueAt : dueAt + SecondReminder + TimeSpan.FromDays(ordinal - 2);
}
