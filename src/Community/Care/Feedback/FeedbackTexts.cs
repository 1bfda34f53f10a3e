using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Care.Feedback;

/// <summary>What members and staff are told of feedback. No text holds the words of a member.</summary>
public static class FeedbackTexts
{
    static readonly Phrasebook Texts = Phrasebook.Chinese;

    /// <summary>The message that answers the member.</summary>
    public static string Answer(FeedbackKind kind, Group group, string answer) => Texts.Format(
        "feedback.answer", ("group", group.Name), ("kind", KindOf(kind)), ("answer", answer));

    /// <summary>The message that tells the group what became of feedback, without the member.</summary>
    public static string Outcome(FeedbackKind kind, string outcome) => Texts.Format(
        "feedback.outcome", ("kind", KindOf(kind)), ("outcome", outcome));

    /// <summary>The title of a staff task about the feedback.</summary>
    public static string TaskTitle(string textName, FeedbackItem item, Group group) => Texts.Format(
        textName, ("group", group.Name), ("kind", KindOf(item.Kind)), ("id", item.Id));

    /// <summary>The refusal of a field whose message is too long for the channel; null when it fits.</summary>
    public static Refusal? Check(string field, string message) =>
        TextLimit.Fits(message, TextLimit.RobotBytes)
            ? null
            : Refusal.Invalid(field, $"makes a message of over {TextLimit.RobotBytes} bytes");

    static string KindOf(FeedbackKind kind) => Texts.Template($"feedback.kind.{kind}");
}
