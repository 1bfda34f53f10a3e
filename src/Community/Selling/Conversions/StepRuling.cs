namespace Community.Selling.Conversions;

/// <summary>What a group's sequence does about a step now.</summary>
public enum StepRuling
{
    /// <summary>It waits: until the step is due or, while the conversion is held, until it is not.</summary>
    Wait,

    /// <summary>It carries the step out.</summary>
    Run,

    /// <summary>It goes on to the next step without this one.</summary>
    Pass,
}

/// <summary>Rules on steps. Each group asks for itself; the first that runs a step begins it for all, and from then on its terms stand.</summary>
public static class StepRules
{
    static readonly ConversionStep[] All = Enum.GetValues<ConversionStep>();

    /// <summary>What to do about <paramref name="step"/> at <paramref name="now"/>.</summary>
    public static StepRuling RuleOn(ConversionStep step, Conversion conversion, DateTimeOffset now) => conversion switch
    {
        { CancelledAt: not null } => StepRuling.Pass,
        { SoldOutAt: not null } when step != ConversionStep.Closing => StepRuling.Pass,
        _ when conversion.Skipped.Contains(step) || HasBegunAfter(step, conversion) => StepRuling.Pass,
        _ when conversion.BegunAt(step) is not null => StepRuling.Run,
        { HeldAt: not null } => StepRuling.Wait,
        _ when step is ConversionStep.LastCall && conversion.BegunAt(ConversionStep.Link) is null => conversion.Skipped.Contains(ConversionStep.Link) ? StepRuling.Pass : StepRuling.Wait,
        _ when IsOvertaken(step, conversion, now) => StepRuling.Pass,
        _ => now < conversion.DueAt(step) ? StepRuling.Wait : StepRuling.Run,
    };

    /// <summary>The next step that is waited for or due, with its instant (null while the conversion is held); null when nothing is to come.</summary>
    public static (ConversionStep Step, DateTimeOffset? At)? Next(Conversion conversion, DateTimeOffset now)
    {
        foreach (var step in All.Where(step => !conversion.IsBehind(step)))
        {
            if (RuleOn(step, conversion, now) is not StepRuling.Pass && (step is not ConversionStep.LastCall || conversion.Terms.LastCallAt is not null))
                return (step, conversion.HeldAt is null ? conversion.DueAt(step) : null);
        }

        return null;
    }

    /// <summary>The first step that comes after <paramref name="now"/>, with its instant (null while the conversion is held); null when none does.</summary>
    public static (ConversionStep Step, DateTimeOffset? At)? NextDue(Conversion conversion, DateTimeOffset now)
    {
        if (conversion.IsOver || conversion.HeldAt is not null) return Next(conversion, now);
        foreach (var step in All.Where(step => !conversion.IsBehind(step)))
        {
            if (conversion.Terms.At(step) is not null && conversion.DueAt(step) is var at && at > now) return (step, at);
        }

        return null;
    }

    /// <summary>The steps whose instants passed while nobody could run them.</summary>
    public static IReadOnlyList<ConversionStep> MissedSteps(Conversion conversion, DateTimeOffset now) =>
        [.. All.Where(step => !conversion.IsBehind(step) && conversion.Terms.At(step) is not null && conversion.DueAt(step) <= now)
            .Where(step => step is ConversionStep.Closing || conversion.SoldOutAt is null)];

    // Of what is due together only what matters most is said: nobody is warmed up to a link that is there, or called a last time right after it.
    static bool IsOvertaken(ConversionStep step, Conversion conversion, DateTimeOffset now) => step switch
    {
        ConversionStep.WarmUp => now >= conversion.DueAt(ConversionStep.Link),
        ConversionStep.Link => now >= conversion.DueAt(ConversionStep.Closing),
        ConversionStep.LastCall => now >= conversion.DueAt(ConversionStep.Closing) || conversion.BegunAt(ConversionStep.Link) >= conversion.Terms.LastCallAt,
        _ => false,
    };

    static bool HasBegunAfter(ConversionStep step, Conversion conversion) =>
        step is not ConversionStep.Closing
        && (conversion.IsBehind(ConversionStep.Closing) || (step is ConversionStep.WarmUp && conversion.IsBehind(ConversionStep.Link)));
}
