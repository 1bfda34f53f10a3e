using Community.Care.Feedback;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// Feedback in HTTP responses. <c>by</c> is null for a message of the group; <c>inTime</c> is null before the answer;
/// <c>escalations</c> are the instants of the latest ones, and <c>escalationCount</c> counts all.
/// </summary>
public sealed record FeedbackView(
    string Id,
    string GroupId,
    string MemberId,
    FeedbackKind Kind,
    [property: HiddenFromViewers] string Text,
    FeedbackSource Source,
    string? By,
    DateTimeOffset At,
    DateTimeOffset DueAt,
    FeedbackState State,
    DateTimeOffset? AnsweredAt,
    bool? InTime,
    IReadOnlyList<FeedbackNoteView> Notes,
    IReadOnlyList<FeedbackAnswerView> Answers,
    FeedbackOutcomeView? Outcome,
    int EscalationCount,
    IReadOnlyList<DateTimeOffset> Escalations)
{
    public static FeedbackView From(FeedbackItem item) => new(
        item.Id,
        item.GroupId,
        item.MemberId,
        item.Kind,
        item.Text,
        item.Source,
        item.By,
        item.At,
        item.DueAt,
        item.State,
        item.AnsweredAt,
        item.IsInTime,
        [.. item.Notes.Select(FeedbackNoteView.From)],
        [.. item.Answers.Select(FeedbackAnswerView.From)],
        item.Outcome is { } outcome ? FeedbackOutcomeView.From(outcome) : null,
        item.EscalationCount,
        item.Escalations);
}

/// <summary>A further message of the member.</summary>
public sealed record FeedbackNoteView([property: HiddenFromViewers] string Text, DateTimeOffset At)
{
    public static FeedbackNoteView From(FeedbackNote note) => new(note.Text, note.At);
}

/// <summary>An answer; <c>toldMember</c> is true when it was sent to the member.</summary>
public sealed record FeedbackAnswerView(
    int Number, [property: HiddenFromViewers] string Text, string By, DateTimeOffset At, bool ToldMember)
{
    public static FeedbackAnswerView From(FeedbackAnswer answer) =>
        new(answer.Number, answer.Text, answer.By, answer.At, answer.TellsMember);
}

/// <summary>What became of the feedback; <c>toldGroup</c> is true when the group was told.</summary>
public sealed record FeedbackOutcomeView(
    [property: HiddenFromViewers] string Text, string By, DateTimeOffset At, bool ToldGroup)
{
    public static FeedbackOutcomeView From(FeedbackOutcome outcome) =>
        new(outcome.Text, outcome.By, outcome.At, outcome.TellsGroup);
}
