using Community.Platform;

namespace Community.Selling.Conversions;

/// <summary>A command to a conversion. <c>Author</c> is the name that the audit shows.</summary>
public abstract record ConversionCommand
{
    ConversionCommand()
    {
    }

    public sealed record Edit(ConversionTerms Terms, string Author, DateTimeOffset At) : ConversionCommand;

    /// <summary>Stops all messages until <see cref="Resume"/>.</summary>
    public sealed record Hold(string Author, DateTimeOffset At) : ConversionCommand;

    /// <summary>Continues. <paramref name="Missed"/> is required when a step became due meanwhile.</summary>
    public sealed record Resume(MissedSteps? Missed, string Author, DateTimeOffset At) : ConversionCommand;

    public sealed record Cancel(string Author, DateTimeOffset At) : ConversionCommand;

    public sealed record SellOut(string Author, DateTimeOffset At) : ConversionCommand;

    /// <summary>Begins the step for all groups when it may run now. The orchestration of each group sends it.</summary>
    public sealed record BeginStep(ConversionStep Step, DateTimeOffset At) : ConversionCommand;
}

public abstract record ConversionEvent
{
    ConversionEvent()
    {
    }

    public sealed record EditRecorded(ConversionEdit Edit) : ConversionEvent;

    public sealed record TermsChanged(ConversionTerms Terms) : ConversionEvent;

    public sealed record Held(DateTimeOffset At) : ConversionEvent;

    public sealed record Resumed(IReadOnlyList<ConversionStep> SkippedSteps) : ConversionEvent;

    public sealed record Cancelled(DateTimeOffset At) : ConversionEvent;

    public sealed record SoldOut(DateTimeOffset At) : ConversionEvent;

    public sealed record StepBegun(ConversionStep Step, DateTimeOffset At) : ConversionEvent;

    public sealed record Refused(Refusal Refusal) : ConversionEvent;
}
