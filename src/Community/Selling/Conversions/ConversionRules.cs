using System.Diagnostics;

namespace Community.Selling.Conversions;

/// <summary>The life of a conversion: what was begun stands, everything else may change until it is over, and every change is noted.</summary>
public static class ConversionRules
{
    /// <summary>A conversion takes so many changes; its audit is read whole.</summary>
    public const int MaxChanges = 500;

    /// <summary>The field that refusals name when it is too late.</summary>
    public const string State = "state";

    /// <summary>The events that the command causes; none for a repeat; <see cref="ConversionEvent.Refused"/> alone when it may not be.</summary>
    public static IReadOnlyList<ConversionEvent> Decide(ConversionCommand command, Conversion conversion) => command switch
    {
        ConversionCommand.BeginStep take => BeginStep(take, conversion),
        ConversionCommand.Cancel when conversion.CancelledAt is not null => [],
        ConversionCommand.SellOut when conversion.SoldOutAt is not null => [],
        ConversionCommand.Edit edit when edit.Wanted.ChangesFrom(conversion.Terms) is [] => [],
        ConversionCommand.Hold when conversion is { HeldAt: not null, IsOver: false } => [],
        ConversionCommand.Resume when conversion is { HeldAt: null, IsOver: false } => [],
        _ when conversion.IsOver => [Late($"the conversion is {conversion.State}")],
        ConversionCommand.Edit or ConversionCommand.Hold when conversion.Changes >= MaxChanges => [Late($"the conversion was changed {MaxChanges} times and takes no more")],
        ConversionCommand.Edit edit => Edit(edit, conversion),
        ConversionCommand.Hold hold => [new ConversionEvent.Held(hold.At), Note(hold.At, hold.By, "hold")],
        ConversionCommand.Resume resume => Resume(resume, conversion),
        ConversionCommand.Cancel cancel => [new ConversionEvent.Cancelled(cancel.At), Note(cancel.At, cancel.By, "cancel")],
        ConversionCommand.SellOut when conversion.BegunAt(ConversionStep.Link) is null => [Late("nothing is on sale before the link")],
        ConversionCommand.SellOut sold => [new ConversionEvent.SoldOut(sold.At), Note(sold.At, sold.By, "sold out")],
        _ => throw new UnreachableException(),
    };

    /// <summary>The conversion after the event.</summary>
    public static Conversion Evolve(Conversion conversion, ConversionEvent happened) => happened switch
    {
        ConversionEvent.EditRecorded => conversion with { Changes = conversion.Changes + 1 },
        ConversionEvent.TermsChanged changed => conversion with { Terms = changed.Terms },
        ConversionEvent.Held held => conversion with { HeldAt = held.At },
        ConversionEvent.Resumed resumed => conversion with { HeldAt = null, Skipped = [.. conversion.Skipped, .. resumed.Without] },
        ConversionEvent.Cancelled cancelled => conversion with { CancelledAt = cancelled.At, HeldAt = null },
        ConversionEvent.SoldOut sold => conversion with { SoldOutAt = sold.At },
        ConversionEvent.StepBegan began => conversion with { BegunSteps = [.. conversion.BegunSteps, new BegunStep(began.Step, began.At)] },
        ConversionEvent.Refused => conversion,
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<ConversionEvent> BeginStep(ConversionCommand.BeginStep take, Conversion conversion) =>
        conversion.BegunAt(take.Step) is null && StepRules.RuleOn(take.Step, conversion, take.At) is StepRuling.Run
            ? [new ConversionEvent.StepBegan(take.Step, take.At)]
            : [];

    static IReadOnlyList<ConversionEvent> Edit(ConversionCommand.Edit edit, Conversion conversion)
    {
        var changes = edit.Wanted.ChangesFrom(conversion.Terms);
        foreach (var change in changes)
        {
            if (conversion.IsBehind(change.Before)) return [Late($"{change.Field} cannot be changed: {Names[change.Before]} {Fate(conversion, change.Before)}")];
            if (change.Instant <= edit.At) return [new ConversionEvent.Refused(change.Field, "must be in the future.")];
        }

        if (edit.Wanted.InstantFault is { } disorder) return [new ConversionEvent.Refused(disorder.Field, disorder.Reason)];
        return ConversionTexts.Faults(edit.Wanted, conversion.LinkBase) is [var fault, ..]
            ? [new ConversionEvent.Refused(fault.Field, fault.Reason)]
            : [new ConversionEvent.TermsChanged(edit.Wanted), Note(edit.At, edit.By, string.Join("; ", changes.Select(change => change.Description)))];
    }

    static IReadOnlyList<ConversionEvent> Resume(ConversionCommand.Resume resume, Conversion conversion)
    {
        var missed = StepRules.MissedSteps(conversion, resume.At);
        if (missed.Count > 0 && resume.Missed is null)
            return [new ConversionEvent.Refused("missed", $"must be run or skip: the instant of {string.Join(", ", missed.Select(step => Names[step]))} passed.")];
        IReadOnlyList<ConversionStep> without = resume.Missed is MissedSteps.Skip ? missed : [];
        var what = missed.Count == 0 ? "resume" : $"resume; {(without.Count > 0 ? "skip" : "run")} {string.Join(", ", missed.Select(step => Names[step]))}";
        return [new ConversionEvent.Resumed(without), Note(resume.At, resume.By, what)];
    }

    static readonly Dictionary<ConversionStep, string> Names = new()
    {
        [ConversionStep.WarmUp] = "the warm-up",
        [ConversionStep.Link] = "the link",
        [ConversionStep.LastCall] = "the last call",
        [ConversionStep.Closing] = "the closing",
    };

    static string Fate(Conversion conversion, ConversionStep step) =>
        conversion.BegunAt(step) is { } at ? FormattableString.Invariant($"was carried out at {at:O}") : "was skipped";

    static ConversionEvent.EditRecorded Note(DateTimeOffset at, string by, string what) => new(new ConversionEdit(at, by, what));

    static ConversionEvent.Refused Late(string reason) => new(State, $"{reason}.");
}
