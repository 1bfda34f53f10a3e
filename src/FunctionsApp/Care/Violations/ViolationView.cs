using Community.Care.Violations;
using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// A violation in lists. <c>by</c> is <c>channel</c> for a message that was heard; <c>countsUntil</c> is the instant
/// until which a further one is a repeat, null while it does not count.
/// </summary>
public sealed record ViolationSummaryView(
    string Id,
    string GroupId,
    string MemberId,
    ViolationKind Kind,
    ViolationState State,
    ViolationMeasure Measure,
    string By,
    DateTimeOffset At,
    DateTimeOffset ChangedAt,
    DateTimeOffset? CountsUntil)
{
    public static ViolationSummaryView From(Violation violation) => new(
        violation.Id,
        violation.GroupId,
        violation.MemberId,
        violation.Kind,
        violation.State,
        violation.Measure,
        violation.History[0].By,
        violation.At,
        violation.ChangedAt,
        violation.CountsUntil);
}

/// <summary>
/// A violation. <c>measure</c> is the one that is proposed or decided, and <c>charterMeasure</c> the one that the
/// charter names for a repeat: null when it names none, so that only a warning is proposed. <c>earlier</c> are the
/// other violations of the same person that count, in all groups and under all ids of <c>unionId</c>; <c>task</c> is
/// the next one, null when none is left.
/// </summary>
public sealed record ViolationView(
    string Id,
    string GroupId,
    string MemberId,
    ViolationKind Kind,
    ViolationState State,
    ViolationMeasure Measure,
    ViolationMeasure? CharterMeasure,
    [property: HiddenFromViewers] string Evidence,
    string By,
    string? Owner,
    DateTimeOffset At,
    DateTimeOffset? CountsUntil,
    IReadOnlyList<ViolationEntryView> History,
    [property: HiddenFromViewers] string? UnionId,
    [property: HiddenFromViewers] IReadOnlyList<ViolationSummaryView> Earlier,
    ViolationTaskView? Task);

/// <summary>One step: the report, a further message, an appeal or a decision with its measure.</summary>
public sealed record ViolationEntryView(
    DateTimeOffset At,
    string By,
    ViolationStep What,
    [property: HiddenFromViewers] string Text,
    ViolationMeasure? Measure)
{
    public static ViolationEntryView From(ViolationEntry entry) =>
        new(entry.At, entry.By, entry.What, entry.Text, entry.Measure);
}

/// <summary>The staff task about a violation.</summary>
public sealed record ViolationTaskView(
    string Id,
    StaffTaskKind Kind,
    StaffTaskStatus Status,
    DateTimeOffset DueAt,
    DateTimeOffset? DoneAt,
    bool IsWithdrawn)
{
    public static ViolationTaskView From(StaffTask task) =>
        new(task.Id, task.Kind, task.Status, task.DueAt, task.DoneAt, task.IsWithdrawn);
}
