namespace Community.Selling.Conversions;

/// <summary>What can be asked of a conversion.</summary>
public abstract record ConversionCommand
{
    ConversionCommand()
    {
    }

    /// <summary>Other terms from now on, and other weights where some are given.</summary>
    public sealed record Edit(ConversionTerms Wanted, string By, DateTimeOffset At) : ConversionCommand;

    /// <summary>Say nothing until it is let go on.</summary>
    public sealed record Hold(string By, DateTimeOffset At) : ConversionCommand;

    /// <summary>Go on; <paramref name="Missed"/> says what becomes of steps whose instants passed (null: none did).</summary>
    public sealed record Resume(MissedSteps? Missed, string By, DateTimeOffset At) : ConversionCommand;

    /// <summary>End it, and say nothing more.</summary>
    public sealed record Cancel(string By, DateTimeOffset At) : ConversionCommand;

    /// <summary>Nothing is left: close now.</summary>
    public sealed record SellOut(string By, DateTimeOffset At) : ConversionCommand;

    /// <summary>A group's sequence stands before the step, and begins it for all groups where it may run now.</summary>
    public sealed record BeginStep(ConversionStep Step, DateTimeOffset At) : ConversionCommand;
}

/// <summary>What became of a conversion.</summary>
public abstract record ConversionEvent
{
    ConversionEvent()
    {
    }

    /// <summary>A line for the audit; what changed follows from the event it stands with.</summary>
    public sealed record EditRecorded(ConversionEdit Edit) : ConversionEvent;

    /// <summary>Other terms stand.</summary>
    public sealed record TermsChanged(ConversionTerms Terms) : ConversionEvent;

    /// <summary>It is held.</summary>
    public sealed record Held(DateTimeOffset At) : ConversionEvent;

    /// <summary>It goes on, without these steps.</summary>
    public sealed record Resumed(IReadOnlyList<ConversionStep> Without) : ConversionEvent;

    /// <summary>The operator ended it.</summary>
    public sealed record Cancelled(DateTimeOffset At) : ConversionEvent;

    /// <summary>Nothing is left.</summary>
    public sealed record SoldOut(DateTimeOffset At) : ConversionEvent;

    /// <summary>The step began.</summary>
    public sealed record StepBegan(ConversionStep Step, DateTimeOffset At) : ConversionEvent;

    /// <summary>It cannot be, and nothing changed: <paramref name="Field"/> is wrong, or (<c>state</c>) it is too late.</summary>
    public sealed record Refused(string Field, string Reason) : ConversionEvent;
}
