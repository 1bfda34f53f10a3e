using Community.Platform.Texts;

namespace Community.Care.Feedback;

/// <summary>
/// The words by which a message in a group is feedback. A question has one of <paramref name="QuestionMarks"/> and one
/// of <paramref name="Questions"/>.
/// </summary>
public sealed record FeedbackVocabulary(
    IReadOnlyList<string> Complaints,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<string> QuestionMarks,
    IReadOnlyList<string> Questions)
{
    public static FeedbackVocabulary Chinese { get; } = Phrasebook.Chinese.Section<FeedbackVocabulary>("feedback");
}
