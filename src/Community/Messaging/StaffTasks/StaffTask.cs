using Community.Platform;

namespace Community.Messaging.StaffTasks;

/// <summary>What a person is asked to do.</summary>
public enum StaffTaskKind
{
    /// <summary>Send a message by hand.</summary>
    SendMessage,

    /// <summary>Confirm on the telephone a message that the platform has prepared.</summary>
    ConfirmMessage,

    /// <summary>Look whether a message went out; send it if it did not.</summary>
    CheckMessage,

    /// <summary>Make a group and give its join link.</summary>
    CreateGroup,

    /// <summary>Make a join code for a group and give its link.</summary>
    OpenJoinCode,

    /// <summary>Take a member out of a group.</summary>
    RemoveMember,

    /// <summary>Dissolve a group.</summary>
    DissolveGroup,

    /// <summary>Every group of a campaign is full: add one.</summary>
    AddGroup,

    /// <summary>The channel speaks of a group nobody has chartered.</summary>
    CharterGroup,
}

/// <summary>Whether a task still asks for something.</summary>
public enum StaffTaskStatus
{
    /// <summary>Somebody has to do it.</summary>
    Open,

    /// <summary>Done, by a person or because the platform says that it is; or withdrawn.</summary>
    Done,
}

/// <summary>A task that is wanted. <paramref name="Key"/> names the effect it stands for; <paramref name="DeliveryKey"/> the message it carries, if it does.</summary>
public sealed record NewStaffTask(string Key, StaffTaskKind Kind, string Title, string? GroupId, DateTimeOffset At, DateTimeOffset DueAt, string? DeliveryKey = null)
{
    /// <summary>The same effect always asks for the same task.</summary>
    public string Id => $"task-{EffectKey.Digest(Key)}";
}

/// <summary>待办: what a person must do, by when, and how often they were reminded.</summary>
public sealed record StaffTask(
    string Id,
    string Key,
    StaffTaskKind Kind,
    string Title,
    string? GroupId,
    string? DeliveryKey,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    int Escalations,
    StaffTaskStatus Status,
    DateTimeOffset? DoneAt = null,
    string? JoinUrl = null,
    bool IsWithdrawn = false)
{
    /// <summary>The task as it is opened.</summary>
    public static StaffTask From(NewStaffTask request) =>
        new(request.Id, request.Key, request.Kind, request.Title, request.GroupId, request.DeliveryKey, request.At, request.DueAt, 0, StaffTaskStatus.Open);

    /// <summary>True when the task is not done without a join link.</summary>
    public bool NeedsJoinUrl => Kind is StaffTaskKind.CreateGroup or StaffTaskKind.OpenJoinCode;
}
