namespace Community.Messaging.StaffTasks;

public enum StaffNoticeKind
{
    /// <summary>The task is new.</summary>
    Opened,

    /// <summary>A reminder of the task.</summary>
    Reminder,

    /// <summary>A reminder of one item of the list that the task is about.</summary>
    ItemReminder,
}

/// <summary>
/// What a person is told of a task. <paramref name="Number"/> counts the notices of a kind, so that each has one
/// <see cref="Id"/>.
/// </summary>
public sealed record StaffNotice(string TaskId, StaffNoticeKind Kind, int Number, DateTimeOffset At)
{
    // A task that is asked for again and again is new only once.
    static readonly TimeSpan NewFor = TimeSpan.FromDays(1);

    public string Id => $"{TaskId}-{Kind}-{Number}";

    /// <summary>False when nothing needs to be told any more.</summary>
    public bool IsCurrent(StaffTask task) =>
        task.Status is StaffTaskStatus.Open && (Kind is not StaffNoticeKind.Opened || At - task.OpenedAt < NewFor);
}
