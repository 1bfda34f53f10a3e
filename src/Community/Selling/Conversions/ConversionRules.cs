using System.Diagnostics;
using Community.Platform;

namespace Community.Selling.Conversions;

/// <summary>Terms of steps that have begun are final. Every change is recorded in the audit.</summary>
public static class ConversionRules
{
    /// <summary>The number of changes that a conversion accepts. The audit is read as a whole.</summary>
    public const int MaxChanges = 500;

    static readonly Dictionary<ConversionStep, string> Names = new()
    {
        [ConversionStep.WarmUp] = "the warm-up",
        [ConversionStep.Link] = "the link",
        [ConversionStep.LastCall] = "the last call",
        [ConversionStep.Closing] = "the closing",
    };

    /// <summary>The events of the command; none for a repeat; a single <c>Refused</c> when it is not allowed.</summary>
    public static IReadOnlyList<ConversionEvent> Decide(
        ConversionCommand command, Conversion conversion) => command switch
        {
            ConversionCommand.BeginStep begin => BeginStep(begin, conversion),
            _ when IsRepeat(command, conversion) => [],
            _ when conversion.IsOver => [Conflict(ConflictKind.Ended, $"the conversion is {conversion.State}")],
            ConversionCommand.Edit or ConversionCommand.Hold when conversion.Changes >= MaxChanges =>
                [Conflict(
                    ConflictKind.LimitReached, $"the conversion was changed {MaxChanges} times and takes no more")],
            ConversionCommand.Edit edit => Edit(edit, conversion),
            ConversionCommand.Hold hold => [new ConversionEvent.Held(hold.At), Record(hold.At, hold.Author, "hold")],
            ConversionCommand.Resume resume => Resume(resume, conversion),
            ConversionCommand.Cancel cancel =>
                [new ConversionEvent.Cancelled(cancel.At), Record(cancel.At, cancel.Author, "cancel")],
            ConversionCommand.SellOut when conversion.BegunAt(ConversionStep.Link) is null =>
                [Conflict(ConflictKind.TooEarly, "nothing is on sale before the link")],
            ConversionCommand.SellOut sold =>
                [new ConversionEvent.SoldOut(sold.At), Record(sold.At, sold.Author, "sold out")],
            _ => throw new UnreachableException(),
        };

    public static Conversion Evolve(Conversion conversion, ConversionEvent happened) => happened switch
    {
        ConversionEvent.EditRecorded => conversion with { Changes = conversion.Changes + 1 },
        ConversionEvent.TermsChanged changed => conversion with { Terms = changed.Terms },
        ConversionEvent.Held held => conversion with { HeldAt = held.At },
        ConversionEvent.Resumed resumed =>
            conversion with { HeldAt = null, SkippedSteps = [.. conversion.SkippedSteps, .. resumed.SkippedSteps] },
        ConversionEvent.Cancelled cancelled => conversion with { CancelledAt = cancelled.At, HeldAt = null },
        ConversionEvent.SoldOut sold => conversion with { SoldOutAt = sold.At },
        ConversionEvent.StepBegun begun =>
            conversion with { BegunSteps = [.. conversion.BegunSteps, new BegunStep(begun.Step, begun.At)] },
        ConversionEvent.Refused => conversion,
        _ => throw new UnreachableException(),
    };

    static bool IsRepeat(ConversionCommand command, Conversion conversion) => command switch
    {
        ConversionCommand.Cancel => conversion.CancelledAt is not null,
        ConversionCommand.SellOut => conversion.SoldOutAt is not null,
        ConversionCommand.Edit edit => edit.Terms.ChangesFrom(conversion.Terms) is [],
        ConversionCommand.Hold => conversion is { HeldAt: not null, IsOver: false },
        ConversionCommand.Resume => conversion is { HeldAt: null, IsOver: false },
        _ => false,
    };

    static IReadOnlyList<ConversionEvent> BeginStep(ConversionCommand.BeginStep begin, Conversion conversion) =>
        conversion.BegunAt(begin.Step) is null && StepRules.RuleOn(begin.Step, conversion, begin.At) is StepRuling.Run
            ? [new ConversionEvent.StepBegun(begin.Step, begin.At)]
            : [];

    static IReadOnlyList<ConversionEvent> Edit(ConversionCommand.Edit edit, Conversion conversion)
    {
        var changes = edit.Terms.ChangesFrom(conversion.Terms);
        var faults = changes.Select(change => Fault(change, edit.At, conversion)).OfType<ConversionEvent.Refused>();
        if (faults.FirstOrDefault() is { } refused) return [refused];
        if (edit.Terms.InstantFault is { } disorder) return [Invalid(disorder.Field, disorder.Reason)];
        if (ConversionTexts.Faults(edit.Terms, conversion.LinkBase) is [var text, ..])
            return [Invalid(text.Field, text.Reason)];
        var description = string.Join("; ", changes.Select(change => change.Description));
        return [new ConversionEvent.TermsChanged(edit.Terms), Record(edit.At, edit.Author, description)];
    }

    static ConversionEvent.Refused? Fault(TermsChange change, DateTimeOffset at, Conversion conversion)
    {
        if (conversion.HasPassed(change.FinalFrom))
        {
            var step = change.FinalFrom;
            return Conflict(
                ConflictKind.AlreadyDone,
                $"{change.Field} cannot be changed: {Names[step]} {PassingOf(step, conversion)}");
        }

        return change.Instant <= at ? Invalid(change.Field, "must be in the future.") : null;
    }

    static string PassingOf(ConversionStep step, Conversion conversion) => conversion.BegunAt(step) is { } at
        ? FormattableString.Invariant($"was carried out at {at:O}")
        : "was skipped";

    static IReadOnlyList<ConversionEvent> Resume(ConversionCommand.Resume resume, Conversion conversion)
    {
        var missed = StepRules.MissedSteps(conversion, resume.At);
        if (missed.Count == 0) return [new ConversionEvent.Resumed([]), Record(resume.At, resume.Author, "resume")];
        var names = string.Join(", ", missed.Select(step => Names[step]));
        return resume.Missed switch
        {
            null => [Invalid("missed", $"must be run or skip: the instant of {names} passed.")],
            MissedSteps.Skip =>
                [new ConversionEvent.Resumed(missed), Record(resume.At, resume.Author, $"resume; skip {names}")],
            _ => [new ConversionEvent.Resumed([]), Record(resume.At, resume.Author, $"resume; run {names}")],
        };
    }

    static ConversionEvent.EditRecorded Record(DateTimeOffset at, string author, string description) =>
        new(new ConversionEdit(at, author, description));

    static ConversionEvent.Refused Invalid(string field, string reason) => new(Refusal.Invalid(field, reason));

    static ConversionEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
