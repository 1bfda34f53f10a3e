using Community.Platform;

namespace Community.Messaging.StaffTasks;

public enum StaffTaskKind
{
    SendMessage,

    ConfirmMessage,

    CheckMessage,

    CreateGroup,

    OpenJoinCode,

    RemoveMember,

    DissolveGroup,

    AddGroup,

    CharterGroup,

    /// <summary>A push has no item that can be sent.</summary>
    PrepareContent,

    /// <summary>The pushes that a person sends on a day (今日节奏).</summary>
    SendPushes,

    /// <summary>The welcome text of a group is applied in the group's settings.</summary>
    SetWelcome,

    /// <summary>A chat of the platform is bound to a group.</summary>
    BindChat,

    /// <summary>A step of a crisis, for its owner.</summary>
    HandleCrisis,

    /// <summary>Many complaints of a group are a crisis or not.</summary>
    DecideOnCrisis,

    /// <summary>A dying group is revived or ended.</summary>
    DecideOnEnd,

    /// <summary>The charter of a group reached its review date.</summary>
    ReviewGroup,

    /// <summary>Feedback of a member waits for its answer.</summary>
    AnswerFeedback,

    /// <summary>Feedback of a member was not answered in time. The task is for everybody.</summary>
    EscalateFeedback,

    /// <summary>A member is warned in the group because of a violation.</summary>
    WarnMember,

    /// <summary>A member is asked for a red packet (红包) because of a violation.</summary>
    AskForRedPacket,

    /// <summary>A violation is decided, or decided again after an appeal.</summary>
    DecideOnViolation,

    /// <summary>A unit of a promise is due soon, or overdue.</summary>
    KeepPromise,

    /// <summary>The order of a group-buy whose team failed is refunded in the shop.</summary>
    RefundGroupBuy,

    /// <summary>A person is invited into a group of super users.</summary>
    InviteSuperUser,

    /// <summary>A super user who was invited and joined is introduced by the host.</summary>
    WelcomeSuperUser,

    /// <summary>Super users no longer meet the criteria, and a person decides on each.</summary>
    ReviewSuperUsers,
}

public enum StaffTaskStatus
{
    Open,

    /// <summary>Done by a person, confirmed by the platform, or withdrawn.</summary>
    Done,
}

/// <summary>
/// A requested task. <paramref name="Key"/> names its effect; <paramref name="DeliveryKey"/> names its delivery, null
/// for a task without one. <paramref name="MemberId"/> is the member of the group whom it concerns; the task is
/// withdrawn when that member leaves.
/// </summary>
public sealed record NewStaffTask(
    string Key,
    StaffTaskKind Kind,
    string Title,
    string? GroupId,
    DateTimeOffset At,
    DateTimeOffset DueAt,
    string? DeliveryKey = null,
    string? MemberId = null)
{
    /// <summary>The id of the staff member who owns the group; null without one.</summary>
    public string? Owner { get; init; }

    /// <summary>The path of the list that the task is about; null for a task without one.</summary>
    public string? Sheet { get; init; }

    public string Id => IdOf(Key);

    public static string IdOf(string key) => $"task-{EffectKey.Digest(key)}";
}

/// <summary>待办: what a person has to do, the due time, and the number of reminders.</summary>
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
    public string? MemberId { get; init; }

    /// <summary>The id of the staff member who owns the group; null without one.</summary>
    public string? Owner { get; init; }

    /// <inheritdoc cref="NewStaffTask.Sheet"/>
    public string? Sheet { get; init; }

    /// <summary>How often staff were reminded of single items of <see cref="Sheet"/>.</summary>
    public int ItemReminders { get; init; }

    /// <summary>Why the task is no longer needed; null for a task that is open or was done.</summary>
    public string? WithdrawalReason { get; init; }

    public static StaffTask From(NewStaffTask request) => new(
        request.Id,
        request.Key,
        request.Kind,
        request.Title,
        request.GroupId,
        request.DeliveryKey,
        request.At,
        request.DueAt,
        Escalations: 0,
        StaffTaskStatus.Open)
    {
        MemberId = request.MemberId,
        Owner = request.Owner,
        Sheet = request.Sheet,
    };

    public bool NeedsJoinUrl => Kind is StaffTaskKind.CreateGroup or StaffTaskKind.OpenJoinCode;
}
