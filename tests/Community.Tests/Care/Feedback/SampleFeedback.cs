using Community.Care.Feedback;

namespace Community.Tests.Care.Feedback;

static class SampleFeedback
{
    public static readonly DateTimeOffset At = Instants.Evening;

    public static FeedbackItem Item(
        FeedbackKind kind = FeedbackKind.Complaint, FeedbackSource source = FeedbackSource.Api) =>
        new("feedback-1", "tea-1", "u1", kind, "茶叶受潮了", source, "小王", At);

    public static FeedbackCommand.Answer Answer(double hours, string text = "马上补发", bool tellsMember = true) =>
        new(text, "小王", tellsMember, At.AddHours(hours));

    public static FeedbackCommand.Close Close(double hours, string outcome = "已补发") =>
        new(outcome, "小王", TellsGroup: true, At.AddHours(hours));

    public static FeedbackCommand.Escalate Escalate(double hours) => new(At.AddHours(hours));

    public static FeedbackCommand.AddNote Note(string key) => new(new FeedbackNote(key, "还没人理我", At.AddHours(1)));
}
