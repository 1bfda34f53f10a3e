using System.Text.Json.Serialization;

namespace Community.Care.Feedback;

public enum FeedbackKind
{
    /// <summary>意见.</summary>
    Suggestion,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>提问.</summary>
    Question,
}

/// <summary>How the feedback became known.</summary>
public enum FeedbackSource
{
    /// <summary>An operator entered it.</summary>
    Staff,

    /// <summary>A program entered it.</summary>
    Api,

    /// <summary>The member posted it in the group.</summary>
    Group,
}

public enum FeedbackState
{
    Open,

    Answered,

    Closed,
}

/// <summary>A further message of the same member. <paramref name="Key"/> names the message.</summary>
public sealed record FeedbackNote(string Key, string Text, DateTimeOffset At);

/// <summary>
/// An answer; <paramref name="Number"/> counts from 1. <paramref name="TellsMember"/> is true when it goes to the
/// member.
/// </summary>
public sealed record FeedbackAnswer(int Number, string Text, string By, DateTimeOffset At, bool TellsMember);

/// <summary>
/// What became of the feedback. <paramref name="TellsGroup"/> is true when the group is told.
/// </summary>
public sealed record FeedbackOutcome(string Text, string By, DateTimeOffset At, bool TellsGroup);

/// <summary>
/// A suggestion, complaint or question of a member. <paramref name="By"/> is who entered it; null for a message that
/// the member posted.
/// </summary>
public sealed record FeedbackItem(
    string Id,
    string GroupId,
    string MemberId,
    FeedbackKind Kind,
    string Text,
    FeedbackSource Source,
    string? By,
    DateTimeOffset At,
    FeedbackState State = FeedbackState.Open)
{
    /// <summary>The time in which feedback is to be answered, and after which it escalates again and again.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromHours(24);

    public IReadOnlyList<FeedbackNote> Notes { get; init; } = [];

    public IReadOnlyList<FeedbackAnswer> Answers { get; init; } = [];

    public FeedbackOutcome? Outcome { get; init; }

    /// <summary>How often it escalated.</summary>
    public int EscalationCount { get; init; }

    /// <summary>The instants of the latest escalations.</summary>
    public IReadOnlyList<DateTimeOffset> Escalations { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset DueAt => At + AnswerTime;

    /// <summary>The instant of the first answer, or of the close of feedback without one; null before.</summary>
    [JsonIgnore]
    public DateTimeOffset? AnsweredAt => Answers is [var first, ..] ? first.At : Outcome?.At;

    /// <summary>Whether it was answered within <see cref="AnswerTime"/>; null before the answer.</summary>
    [JsonIgnore]
    public bool? IsInTime => AnsweredAt is { } at ? at <= DueAt : null;

    /// <summary>The instant of the close, or of the latest answer before it; null while it is open.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => Outcome?.At ?? (Answers is [.., var last] ? last.At : null);
}
