using System.Diagnostics;
using System.Globalization;
using Community.Platform;
using Community.Pushes.Guards;

namespace Community.Pushes.Occurrences;

/// <summary>The commands of persons. Each that changes something is recorded.</summary>
static class PushOperatorRules
{
    public static IReadOnlyList<PushEvent> Decide(PushCommand.Operator command, Push push)
    {
        if (string.IsNullOrWhiteSpace(command.By)) return [Invalid("by", "is required.")];
        if (OverrideOf(command)?.Check() is { } fault) return [new PushEvent.Refused(fault)];
        if (IsRepeat(command, push)) return [];
        return (StateFault(command, push) ?? CommandFault(command, push)) is { } refused
            ? [refused]
            : [.. Changes(command, push), new PushEvent.ChangeRecorded(Change(command))];
    }

    static bool IsRepeat(PushCommand.Operator command, Push push) => command switch
    {
        PushCommand.Hold => push.State is PushState.Held,
        PushCommand.Release => push.State is PushState.Planned,
        PushCommand.Skip => push.State is PushState.Skipped,
        PushCommand.Confirm => push.State is PushState.Sent,
        PushCommand.MarkRecalled mark => push.Recall is { } recall && recall.CorrectionId == mark.CorrectionId,
        PushCommand.SendNow now =>
            push is { IsSendNow: true, IsOver: false, State: not PushState.Held } && Has(now, push),
        PushCommand.Move move => push.IsOpen && push.DueAt == move.To && Has(move, push),
        PushCommand.Replace replace => push.IsOpen && push.ContentId == replace.ContentId && Has(replace, push),
        _ => throw new UnreachableException(),
    };

    static bool Has(PushCommand.Adjustment adjustment, Push push) =>
        adjustment.Overrides.All(guard => push.Override?.Guards.Contains(guard) is true);

    static PushEvent.Refused? StateFault(PushCommand.Operator command, Push push) => command switch
    {
        PushCommand.MarkRecalled when push.State is not PushState.Sent =>
            Conflict(ConflictKind.TooEarly, "the push was not sent"),
        PushCommand.MarkRecalled when push.Recall is { CorrectionId: not null } =>
            Conflict(ConflictKind.AlreadyDone, $"the push is corrected by {push.Recall.CorrectionId}"),
        PushCommand.MarkRecalled => null,
        _ when push.State is PushState.Sent => Conflict(ConflictKind.AlreadyDone, $"the push is {push.State}"),
        _ when push.IsOver => Conflict(ConflictKind.Ended, $"the push is {push.State}"),
        PushCommand.Confirm confirm when confirm.At >= push.EndsAt =>
            Conflict(ConflictKind.Ended, $"the time of the push was over at {push.EndsAt:O}"),
        PushCommand.Confirm => null,
        PushCommand.Skip when push.State is not PushState.Queued => null,
        _ when !push.IsOpen =>
            Conflict(ConflictKind.AlreadyDone, $"the push is {push.State} and can no longer be changed"),
        _ => null,
    };

    static PushEvent.Refused? CommandFault(PushCommand.Operator command, Push push) => command switch
    {
        PushCommand.Hold or PushCommand.Adjustment when push.Changes.Count >= PushRules.MaxChanges =>
            Conflict(
                ConflictKind.LimitReached, $"the push was changed {PushRules.MaxChanges} times and takes no more"),
        PushCommand.Move move when move.To <= move.At => Invalid("at", "must be in the future."),
        _ => null,
    };

    static IReadOnlyList<PushEvent> Changes(PushCommand.Operator command, Push push) => command switch
    {
        PushCommand.Hold => [new PushEvent.Held()],
        PushCommand.Release => [new PushEvent.Released()],
        PushCommand.Skip skip => [new PushEvent.Skipped(new PushSkip(PushSkipCause.Operator, skip.Reason))],
        PushCommand.Confirm confirm => [PushRules.SentAt(confirm.At, push)],
        PushCommand.MarkRecalled mark =>
            [new PushEvent.Recalled(new PushRecall(mark.By, mark.Reason, mark.At, mark.CorrectionId))],
        PushCommand.SendNow now => [new PushEvent.SendingRequested(now.At), .. Overrides(now)],
        PushCommand.Move move => [new PushEvent.Moved(move.To), .. Overrides(move)],
        PushCommand.Replace replace => [new PushEvent.ContentReplaced(replace.ContentId), .. Overrides(replace)],
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<PushEvent> Overrides(PushCommand.Adjustment command) =>
        OverrideOf(command) is { } guards ? [new PushEvent.GuardsOverridden(guards)] : [];

    static PushOverride? OverrideOf(PushCommand.Operator command) =>
        command is PushCommand.Adjustment { Overrides: [_, ..] } adjustment
            ? new PushOverride(adjustment.By, adjustment.Reason, adjustment.Overrides)
            : null;

    static PushChange Change(PushCommand.Operator command)
    {
        (PushAction Action, string? Detail) change = command switch
        {
            PushCommand.Hold => (PushAction.Hold, null),
            PushCommand.Release => (PushAction.Release, null),
            PushCommand.Skip => (PushAction.Skip, null),
            PushCommand.Confirm => (PushAction.Confirm, null),
            PushCommand.MarkRecalled mark => (PushAction.MarkRecalled, mark.CorrectionId),
            PushCommand.SendNow => (PushAction.SendNow, null),
            PushCommand.Move move => (PushAction.Move, move.To.ToString("O", CultureInfo.InvariantCulture)),
            PushCommand.Replace replace => (PushAction.Replace, replace.ContentId),
            _ => throw new UnreachableException(),
        };
        return new PushChange(command.At, command.By, change.Action, command.Reason, change.Detail)
        {
            Overrides = command is PushCommand.Adjustment adjustment ? adjustment.Overrides : [],
        };
    }

    static PushEvent.Refused Invalid(string field, string reason) => new(Refusal.Invalid(field, reason));

    static PushEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
