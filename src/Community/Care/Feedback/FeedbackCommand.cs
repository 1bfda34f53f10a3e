using Community.Platform;

namespace Community.Care.Feedback;

public abstract record FeedbackCommand
{
    FeedbackCommand()
    {
    }

    public sealed record Answer(string Text, string By, bool TellsMember, DateTimeOffset At) : FeedbackCommand;

    public sealed record Close(string Outcome, string By, bool TellsGroup, DateTimeOffset At) : FeedbackCommand;

    /// <summary>Escalates feedback whose next escalation is due.</summary>
    public sealed record Escalate(DateTimeOffset At) : FeedbackCommand;

    /// <summary>Another message of the member.</summary>
    public sealed record AddNote(FeedbackNote Note) : FeedbackCommand;
}

public abstract record FeedbackEvent
{
    FeedbackEvent()
    {
    }

    public sealed record Answered(FeedbackAnswer Answer) : FeedbackEvent;

    public sealed record Closed(FeedbackOutcome Outcome) : FeedbackEvent;

    public sealed record Escalated(DateTimeOffset At) : FeedbackEvent;

    public sealed record NoteAdded(FeedbackNote Note) : FeedbackEvent;

    public sealed record Refused(Refusal Refusal) : FeedbackEvent;
}
