using System.Globalization;
using Community.Care.Violations;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// The staff tasks about violations. After each decision they are numbered anew: one to decide, and one to carry out
/// what was decided. Their completion decides nothing.
/// </summary>
static class ViolationTasks
{
    static readonly TimeSpan DecisionDeadline = TimeSpan.FromHours(24);

    /// <summary>The task that is to be done next; null for a dismissed violation.</summary>
    public static NewStaffTask? Next(Violation violation, Group group) => violation switch
    {
        { IsUndecided: true } => Decide(violation, group),
        { State: ViolationState.Dismissed } => null,
        _ => CarryOut(violation, group),
    };

    /// <summary>The id of <see cref="Next"/>; null for a dismissed violation.</summary>
    public static string? NextId(Violation violation) => violation switch
    {
        { IsUndecided: true } => DecideId(violation, violation.Decisions.Count()),
        { State: ViolationState.Dismissed } => null,
        _ => CarryOutId(violation, violation.Decisions.Count()),
    };

    public static string DecideId(Violation violation, int decisions) =>
        NewStaffTask.IdOf(KeyOf(violation, "decide", decisions));

    public static string CarryOutId(Violation violation, int decisions) =>
        NewStaffTask.IdOf(KeyOf(violation, "measure", decisions));

    static NewStaffTask Decide(Violation violation, Group group) => new(
        KeyOf(violation, "decide", violation.Decisions.Count()),
        StaffTaskKind.DecideOnViolation,
        ViolationTexts.Decide(violation, group),
        group.Id,
        violation.ChangedAt,
        violation.ChangedAt + DecisionDeadline)
    {
        Owner = violation.Owner ?? group.Owner,
    };

    // The task ends when the member leaves.
    static NewStaffTask CarryOut(Violation violation, Group group) => NewStaffTasks.ForGroup(
        KeyOf(violation, "measure", violation.Decisions.Count()),
        KindOf(violation.Measure),
        ViolationTexts.CarryOut(violation, group),
        group,
        violation.ChangedAt) with
    {
        Owner = violation.Owner,
        MemberId = violation.MemberId,
    };

    static StaffTaskKind KindOf(ViolationMeasure measure) => measure switch
    {
        ViolationMeasure.Warning => StaffTaskKind.WarnMember,
        ViolationMeasure.RedPacket => StaffTaskKind.AskForRedPacket,
        ViolationMeasure.Removal => StaffTaskKind.RemoveMember,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    static string KeyOf(Violation violation, string what, int decisions) =>
        string.Create(CultureInfo.InvariantCulture, $"violation-{violation.Id}:{what}-{decisions}");
}
