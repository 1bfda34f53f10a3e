using System.Diagnostics;
using Community.Platform;

namespace Community.Care.Feedback;

/// <summary>
/// The states of feedback: <c>Open → Answered → Closed</c>, or <c>Open → Closed</c>. Open feedback escalates when its
/// answer is due and every 24 hours from then on.
/// </summary>
public static class FeedbackRules
{
    /// <summary>The most characters of a member's text.</summary>
    public const int MaxText = 1000;

    public const int MaxAnswers = 20;

    public const int MaxNotes = 10;

    /// <summary>The number of escalations whose instants are kept.</summary>
    public const int MaxEscalations = 30;

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<FeedbackEvent> Decide(FeedbackCommand command, FeedbackItem item) => command switch
    {
        FeedbackCommand.Answer answer when item.Answers.Any(earlier => IsRepeat(answer, earlier)) => [],
        FeedbackCommand.Answer when item.State is FeedbackState.Closed => [Ended("the feedback is closed")],
        FeedbackCommand.Answer when item.Answers.Count >= MaxAnswers =>
            [Refuse(ConflictKind.LimitReached, $"the feedback has {MaxAnswers} answers already")],
        FeedbackCommand.Answer answer => [new FeedbackEvent.Answered(ToAnswer(answer, item.Answers.Count + 1))],
        FeedbackCommand.Close close when item.Outcome is { } outcome =>
            IsRepeat(close, outcome) ? [] : [Ended("the feedback is closed with another outcome")],
        FeedbackCommand.Close close => [new FeedbackEvent.Closed(ToOutcome(close))],
        FeedbackCommand.Escalate escalate when NextEscalationAt(item) <= escalate.At =>
            [new FeedbackEvent.Escalated(escalate.At)],
        FeedbackCommand.Escalate => [],
        FeedbackCommand.AddNote note when TakesNote(item, note.Note) => [new FeedbackEvent.NoteAdded(note.Note)],
        FeedbackCommand.AddNote => [],
        _ => throw new UnreachableException(),
    };

    public static FeedbackItem Evolve(FeedbackItem item, FeedbackEvent happened) => happened switch
    {
        FeedbackEvent.Answered answered => item with
        {
            State = FeedbackState.Answered,
            Answers = [.. item.Answers, answered.Answer],
        },
        FeedbackEvent.Closed closed => item with { State = FeedbackState.Closed, Outcome = closed.Outcome },
        FeedbackEvent.Escalated escalated => item with
        {
            EscalationCount = item.EscalationCount + 1,
            Escalations = [.. item.Escalations.TakeLast(MaxEscalations - 1), escalated.At],
        },
        FeedbackEvent.NoteAdded added => item with { Notes = [.. item.Notes, added.Note] },
        FeedbackEvent.Refused => item,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The instant from which open feedback may escalate next; null for other feedback. Escalations that no host made
    /// in time become one.
    /// </summary>
    public static DateTimeOffset? NextEscalationAt(FeedbackItem item) => item switch
    {
        { State: not FeedbackState.Open } => null,
        { Escalations: [.., var last] } =>
            item.DueAt + (FeedbackItem.AnswerTime * (Math.Floor((last - item.DueAt) / FeedbackItem.AnswerTime) + 1)),
        _ => item.DueAt,
    };

    /// <summary>The kind of a message that is feedback; null for another message.</summary>
    public static FeedbackKind? Read(string text, FeedbackVocabulary vocabulary)
    {
        if (Holds(text, vocabulary.Complaints)) return FeedbackKind.Complaint;
        if (Holds(text, vocabulary.Suggestions)) return FeedbackKind.Suggestion;
        return Holds(text, vocabulary.QuestionMarks) && Holds(text, vocabulary.Questions)
            ? FeedbackKind.Question
            : null;
    }

    /// <summary>The text of a message, cut to <see cref="MaxText"/> characters without half of a character.</summary>
    public static string Cut(string text) => text.CutTo(MaxText);

    static bool TakesNote(FeedbackItem item, FeedbackNote note) =>
        item.State is FeedbackState.Open
        && item.Notes.Count < MaxNotes
        && item.Notes.All(earlier => earlier.Key != note.Key);

    static bool Holds(string text, IEnumerable<string> words) =>
        words.Any(word => text.Contains(word, StringComparison.Ordinal));

    static bool IsRepeat(FeedbackCommand.Answer answer, FeedbackAnswer earlier) =>
        (answer.Text, answer.By) == (earlier.Text, earlier.By);

    static bool IsRepeat(FeedbackCommand.Close close, FeedbackOutcome outcome) =>
        (close.Outcome, close.By) == (outcome.Text, outcome.By);

    static FeedbackAnswer ToAnswer(FeedbackCommand.Answer answer, int number) =>
        new(number, answer.Text, answer.By, answer.At, answer.TellsMember);

    static FeedbackOutcome ToOutcome(FeedbackCommand.Close close) =>
        new(close.Outcome, close.By, close.At, close.TellsGroup);

    static FeedbackEvent.Refused Ended(string reason) => Refuse(ConflictKind.Ended, reason);

    static FeedbackEvent.Refused Refuse(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
