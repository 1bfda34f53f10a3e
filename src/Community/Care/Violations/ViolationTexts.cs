using Community.Groups;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Care.Violations;

/// <summary>The titles of staff tasks about violations, with the evidence or the words for the member.</summary>
public static class ViolationTexts
{
    const int MaxEvidence = 200;

    static readonly Phrasebook Texts = Phrasebook.Chinese;

    /// <summary>The task to decide: on a proposal, or on an appeal.</summary>
    public static string Decide(Violation violation, Group group) => Format(
        violation.State is ViolationState.Appealed ? "task.DecideOnViolation.appeal" : "task.DecideOnViolation",
        violation,
        group);

    /// <summary>The task to carry out the measure, with the words that a person says in the group.</summary>
    public static string CarryOut(Violation violation, Group group) => Format(
        violation.Measure switch
        {
            ViolationMeasure.Warning => "task.WarnMember",
            ViolationMeasure.RedPacket => "task.AskForRedPacket",
            ViolationMeasure.Removal => "task.RemoveMember",
            _ => throw new ArgumentOutOfRangeException(nameof(violation)),
        },
        violation,
        group);

    static string Format(string name, Violation violation, Group group)
    {
        var kind = Texts.Template($"violation.kind.{violation.Kind}");
        var words = violation.Measure is ViolationMeasure.RedPacket ? "violation.redPacket" : "violation.warning";
        return Texts.Format(
            name,
            ("group", group.Name),
            ("member", violation.MemberId),
            ("kind", kind),
            ("id", violation.Id),
            ("evidence", violation.Evidence.CutTo(MaxEvidence)),
            ("measure", Texts.Template($"violation.measure.{violation.Measure}")),
            ("text", Texts.Format(words, ("member", violation.MemberId), ("kind", kind))));
    }
}
