namespace Community.Selling.Conversions;

public enum StepRuling
{
    Wait, // It waits until the step is due or the conversion is resumed.
    Run, // It runs the step.
    Pass, // It continues with the next step.
}

/// <summary>The wait for a step. <paramref name="Until"/> is null while the conversion is held.</summary>
public sealed record StepWait(ConversionStep Step, DateTimeOffset? Until)
{
    public bool IsOver(DateTimeOffset now) => Until <= now;
}

/// <summary>Rules on the steps of a conversion. The first group that runs a step begins it for all groups.</summary>
public static class StepRules
{
    static readonly ConversionStep[] AllSteps = Enum.GetValues<ConversionStep>();

    public static StepRuling RuleOn(ConversionStep step, Conversion conversion, DateTimeOffset now) => conversion switch
    {
        { CancelledAt: not null } => StepRuling.Pass,
        { SoldOutAt: not null } when step != ConversionStep.Closing => StepRuling.Pass,
        _ when conversion.SkippedSteps.Contains(step) || HasLaterStepPassed(step, conversion) => StepRuling.Pass,
        _ when conversion.BegunAt(step) is not null => StepRuling.Run,
        { HeldAt: not null } => StepRuling.Wait,
        _ when step is ConversionStep.LastCall && conversion.SkippedSteps.Contains(ConversionStep.Link) =>
            StepRuling.Pass,
        _ when step is ConversionStep.LastCall && conversion.BegunAt(ConversionStep.Link) is null => StepRuling.Wait,
        _ when IsOvertaken(step, conversion, now) => StepRuling.Pass,
        _ => now < conversion.DueAt(step) ? StepRuling.Wait : StepRuling.Run,
    };

    /// <summary>The wait for the step; null when the step runs now or is passed over.</summary>
    public static StepWait? WaitFor(ConversionStep step, Conversion conversion, DateTimeOffset now) =>
        RuleOn(step, conversion, now) is StepRuling.Wait
            ? new StepWait(step, conversion.HeldAt is null ? conversion.DueAt(step) : null)
            : null;

    /// <summary>The next step, with its instant (null while the conversion is held); null when there is none.</summary>
    public static (ConversionStep Step, DateTimeOffset? At)? Next(Conversion conversion, DateTimeOffset now)
    {
        foreach (var step in RemainingSteps(conversion))
        {
            var isPlanned = step is not ConversionStep.LastCall || conversion.Terms.LastCallAt is not null;
            if (isPlanned && RuleOn(step, conversion, now) is not StepRuling.Pass)
                return (step, conversion.HeldAt is null ? conversion.DueAt(step) : null);
        }

        return null;
    }

    /// <summary>The next step due after <paramref name="now"/>; as <see cref="Next"/> while held or over.</summary>
    public static (ConversionStep Step, DateTimeOffset? At)? NextDue(Conversion conversion, DateTimeOffset now)
    {
        if (conversion.IsOver || conversion.HeldAt is not null) return Next(conversion, now);
        foreach (var step in RemainingSteps(conversion))
        {
            var dueAt = conversion.DueAt(step);
            if (conversion.Terms.PlannedAt(step) is not null && dueAt > now) return (step, dueAt);
        }

        return null;
    }

    public static IReadOnlyList<ConversionStep> MissedSteps(Conversion conversion, DateTimeOffset now) =>
        [.. RemainingSteps(conversion)
            .Where(step => conversion.Terms.PlannedAt(step) is not null && conversion.DueAt(step) <= now)
            .Where(step => step is ConversionStep.Closing || conversion.SoldOutAt is null)];

    static IEnumerable<ConversionStep> RemainingSteps(Conversion conversion) =>
        AllSteps.Where(step => !conversion.HasPassed(step));

    // Of several steps that are due at once only the most important one runs: no warm-up for a link that is due as
    // well, and no last call right after a late link.
    static bool IsOvertaken(ConversionStep step, Conversion conversion, DateTimeOffset now) => step switch
    {
        ConversionStep.WarmUp => now >= conversion.DueAt(ConversionStep.Link),
        ConversionStep.Link => now >= conversion.DueAt(ConversionStep.Closing),
        ConversionStep.LastCall =>
            now >= conversion.DueAt(ConversionStep.Closing)
            || conversion.BegunAt(ConversionStep.Link) >= conversion.Terms.LastCallAt,
        _ => false,
    };

    static bool HasLaterStepPassed(ConversionStep step, Conversion conversion) => step switch
    {
        ConversionStep.Closing => false,
        ConversionStep.WarmUp when conversion.HasPassed(ConversionStep.Link) => true,
        _ => conversion.HasPassed(ConversionStep.Closing),
    };
}
