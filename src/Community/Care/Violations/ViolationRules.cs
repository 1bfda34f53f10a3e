using System.Diagnostics;
using Community.Groups;
using Community.Platform;

namespace Community.Care.Violations;

/// <summary>
/// The states of a violation: <c>Warned</c> or <c>Proposed</c>, then <c>Upheld</c> or <c>Dismissed</c> by a person. An
/// appeal of what is warned or upheld opens it again.
/// </summary>
public static class ViolationRules
{
    /// <summary>The most characters of evidence.</summary>
    public const int MaxEvidence = 2048;

    /// <summary>The most characters of an objection or a reason.</summary>
    public const int MaxText = 1000;

    public const int MaxDecisions = 5;

    /// <summary>The most further messages, each cut to <see cref="MaxMessage"/> characters.</summary>
    public const int MaxMessages = 5;

    public const int MaxMessage = 500;

    /// <summary>The same text of the same member counts once in this time.</summary>
    public static readonly TimeSpan BurstLasts = TimeSpan.FromHours(1);

    /// <summary>
    /// The violation of a report. <paramref name="earlier"/> are those of the same person in the group, and
    /// <paramref name="consequence"/> is the measure that the charter names for a repeat; null leaves it at a warning.
    /// </summary>
    public static Violation Open(
        ViolationReport report, IEnumerable<Violation> earlier, ViolationMeasure? consequence)
    {
        var isGrave = report.Kind is ViolationKind.Abuse or ViolationKind.Fraud;
        var isFirst = !isGrave && !earlier.Any(violation => report.At < violation.CountsUntil);
        return new Violation(
            report.Id,
            report.GroupId,
            report.MemberId,
            report.Kind,
            isFirst && !report.IsHeard ? ViolationState.Warned : ViolationState.Proposed,
            isFirst ? ViolationMeasure.Warning : consequence ?? ViolationMeasure.Warning,
            [new ViolationEntry(report.At, report.By, ViolationStep.Reported, report.Evidence)])
        {
            IsHeard = report.IsHeard,
            Consequence = consequence,
            Owner = report.Owner,
        };
    }

    /// <summary>The measure that a charter names; null when it names none.</summary>
    public static ViolationMeasure? MeasureOf(ViolationConsequence? consequence) => consequence switch
    {
        null => null,
        ViolationConsequence.RedPacket => ViolationMeasure.RedPacket,
        ViolationConsequence.Removal => ViolationMeasure.Removal,
        _ => throw new UnreachableException(),
    };

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<ViolationEvent> Decide(ViolationCommand command, Violation violation) => command switch
    {
        ViolationCommand.AddMessage add => TakesMessage(add, violation) ? [Add(add)] : [],
        ViolationCommand.Appeal appeal when violation.History.Any(entry => IsRepeat(appeal, entry)) => [],
        ViolationCommand.Appeal when RefusalOf(violation) is { } refused => [refused],
        ViolationCommand.Appeal appeal => [ToEvent(appeal)],
        ViolationCommand.Decide decide when violation.History.Any(entry => IsRepeat(decide, entry)) =>
            violation.IsUndecided ? [Refuse("reason", "must answer the appeal, not repeat the decision before")] : [],
        ViolationCommand.Decide decide => [RefusalOf(decide, violation) ?? ToEvent(decide, violation)],
        _ => throw new UnreachableException(),
    };

    public static Violation Evolve(Violation violation, ViolationEvent happened) => happened switch
    {
        ViolationEvent.MessageAdded added => violation.With(added.Entry),
        ViolationEvent.Appealed appealed => violation.With(appealed.Entry) with { State = ViolationState.Appealed },
        ViolationEvent.Upheld upheld => violation.With(upheld.Entry) with
        {
            State = ViolationState.Upheld,
            Measure = upheld.Entry.Measure!.Value,
            Owner = upheld.Owner,
        },
        ViolationEvent.Dismissed dismissed => violation.With(dismissed.Entry) with { State = ViolationState.Dismissed },
        ViolationEvent.Refused => violation,
        _ => throw new UnreachableException(),
    };

    /// <summary>True when a message is part of the latest violation that was heard of the member.</summary>
    public static bool IsPartOf(Violation latest, string text, DateTimeOffset at) =>
        latest.State is ViolationState.Proposed || IsBurst(latest, text, at);

    static Violation With(this Violation violation, ViolationEntry entry) =>
        violation with { History = [.. violation.History, entry] };

    static bool TakesMessage(ViolationCommand.AddMessage add, Violation violation) =>
        violation is { IsHeard: true, State: ViolationState.Proposed }
        && violation.History.Count(entry => entry.What is ViolationStep.Repeated) < MaxMessages
        && !IsBurst(violation, add.Text, add.At);

    static bool IsBurst(Violation violation, string text, DateTimeOffset at) => violation.History.Any(entry =>
        entry.What is ViolationStep.Reported or ViolationStep.Repeated
        && (entry.At - at).Duration() < BurstLasts
        && entry.Text == text.CutTo(entry.What is ViolationStep.Reported ? MaxEvidence : MaxMessage));

    static ViolationEvent.Refused? RefusalOf(Violation violation) => violation switch
    {
        { State: ViolationState.Proposed } => Refuse(ConflictKind.TooEarly, "there is no decision to appeal against"),
        { State: ViolationState.Appealed } => Refuse(ConflictKind.AlreadyDone, "the decision is appealed already"),
        { State: ViolationState.Dismissed } => Refuse(ConflictKind.Ended, "the violation is dismissed"),
        _ when violation.Decisions.Count() >= MaxDecisions =>
            Refuse(ConflictKind.LimitReached, $"there were {MaxDecisions} decisions already"),
        _ => null,
    };

    static ViolationEvent.Refused? RefusalOf(ViolationCommand.Decide decide, Violation violation) =>
        (decide.Decision, violation.State) switch
        {
            (_, ViolationState.Upheld) =>
                Refuse(ConflictKind.AlreadyDone, "it is decided already, and only an appeal opens it again"),
            (_, ViolationState.Dismissed) => Refuse(ConflictKind.Ended, "the violation is dismissed"),
            (ViolationDecision.Dismiss, _) when decide.Measure is not null =>
                Refuse("measure", "must be absent when the violation is dismissed"),
            (ViolationDecision.Uphold, _) when decide.Owner is null =>
                Refuse(ConflictKind.Incomplete, "the group has no owner, so the field owner must name one"),
            _ => null,
        };

    static ViolationEvent.MessageAdded Add(ViolationCommand.AddMessage add) => new(new ViolationEntry(
        add.At, Violation.Channel, ViolationStep.Repeated, add.Text.CutTo(MaxMessage)));

    static ViolationEvent.Appealed ToEvent(ViolationCommand.Appeal appeal) => new(
        new ViolationEntry(appeal.At, appeal.By, ViolationStep.Appealed, appeal.Text));

    static ViolationEvent ToEvent(ViolationCommand.Decide decide, Violation violation) =>
        decide.Decision is ViolationDecision.Dismiss
            ? new ViolationEvent.Dismissed(
                new ViolationEntry(decide.At, decide.By, ViolationStep.Dismissed, decide.Reason))
            : new ViolationEvent.Upheld(
                new ViolationEntry(
                    decide.At, decide.By, ViolationStep.Upheld, decide.Reason, decide.Measure ?? violation.Measure),
                decide.Owner!);

    static bool IsRepeat(ViolationCommand.Appeal appeal, ViolationEntry entry) =>
        entry.What is ViolationStep.Appealed && (entry.Text, entry.By) == (appeal.Text, appeal.By);

    static bool IsRepeat(ViolationCommand.Decide decide, ViolationEntry entry) =>
        entry.What == StepOf(decide.Decision)
        && (entry.Text, entry.By) == (decide.Reason, decide.By)
        && (decide.Measure ?? entry.Measure) == entry.Measure;

    static ViolationStep StepOf(ViolationDecision decision) =>
        decision is ViolationDecision.Uphold ? ViolationStep.Upheld : ViolationStep.Dismissed;

    static ViolationEvent.Refused Refuse(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));

    static ViolationEvent.Refused Refuse(string field, string reason) => new(Refusal.Invalid(field, reason));
}
