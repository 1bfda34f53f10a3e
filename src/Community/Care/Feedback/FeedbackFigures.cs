using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Community.Care.Feedback;

/// <summary>
/// Numbers of feedback. <paramref name="Open"/> has no answer yet; <paramref name="Overdue"/> is the part of it that
/// escalated.
/// </summary>
public sealed record FeedbackCounts(int Received, int AnsweredInTime, int AnsweredLate, int Open, int Overdue)
{
    public static FeedbackCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>What one item adds to the numbers; nothing for null.</summary>
    public static FeedbackCounts Of(FeedbackItem? item) => item switch
    {
        null => None,
        { IsInTime: true } => new(1, 1, 0, 0, 0),
        { IsInTime: false } => new(1, 0, 1, 0, 0),
        _ => new(1, 0, 0, 1, item.EscalationCount > 0 ? 1 : 0),
    };

    public FeedbackCounts Plus(FeedbackCounts other) => new(
        Received + other.Received,
        AnsweredInTime + other.AnsweredInTime,
        AnsweredLate + other.AnsweredLate,
        Open + other.Open,
        Overdue + other.Overdue);

    public FeedbackCounts Minus(FeedbackCounts other) => new(
        Received - other.Received,
        AnsweredInTime - other.AnsweredInTime,
        AnsweredLate - other.AnsweredLate,
        Open - other.Open,
        Overdue - other.Overdue);
}

/// <summary>The numbers of a group by kind. They are stored with each change of an item.</summary>
public sealed record FeedbackFigures(FeedbackCounts Suggestions, FeedbackCounts Complaints, FeedbackCounts Questions)
{
    public static FeedbackFigures None { get; } = new(FeedbackCounts.None, FeedbackCounts.None, FeedbackCounts.None);

    [JsonIgnore]
    public FeedbackCounts All => Suggestions.Plus(Complaints).Plus(Questions);

    public FeedbackCounts Of(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Suggestion => Suggestions,
        FeedbackKind.Complaint => Complaints,
        FeedbackKind.Question => Questions,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The numbers after a change of an item; <paramref name="before"/> is null for a new one.
    /// </summary>
    public FeedbackFigures After(FeedbackItem? before, FeedbackItem after)
    {
        var counts = Of(after.Kind).Minus(FeedbackCounts.Of(before)).Plus(FeedbackCounts.Of(after));
        return after.Kind switch
        {
            FeedbackKind.Suggestion => this with { Suggestions = counts },
            FeedbackKind.Complaint => this with { Complaints = counts },
            FeedbackKind.Question => this with { Questions = counts },
            _ => throw new UnreachableException(),
        };
    }
}
