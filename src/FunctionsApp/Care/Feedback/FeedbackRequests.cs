using Community.Care.Feedback;
using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// The body of <c>POST /api/feedback</c>: what a member said, who may be one of whom the channel never told.
/// </summary>
public sealed record CreateFeedbackRequest(
    string? Id, string? GroupId, string? MemberId, string? Kind, string? Text, string? By)
{
    public FeedbackItem ToItem(string id, FeedbackSource source, DateTimeOffset now) =>
        new(id, GroupId!, MemberId!, Enum.Parse<FeedbackKind>(Kind!), Text!, source, By, now);
}

public sealed class CreateFeedbackValidator : AbstractValidator<CreateFeedbackRequest>
{
    public CreateFeedbackValidator()
    {
        RuleFor(feedback => feedback.Id).ChosenId();
        RuleFor(feedback => feedback.GroupId).NeededId();
        RuleFor(feedback => feedback.MemberId).ChannelKey();
        RuleFor(feedback => feedback.Kind).NameOf<CreateFeedbackRequest, FeedbackKind>();
        RuleFor(feedback => feedback.Text).Text(FeedbackRules.MaxText);
        RuleFor(feedback => feedback.By).Author();
    }
}

/// <summary>
/// The body of <c>POST /api/feedback/{id}/answer</c>. The answer goes to a member who is in the group, unless
/// <c>tellMember</c> is false.
/// </summary>
public sealed record AnswerFeedbackRequest(string? Text, string? By, bool? TellMember = null);

public sealed class AnswerFeedbackValidator : AbstractValidator<AnswerFeedbackRequest>
{
    public AnswerFeedbackValidator()
    {
        RuleFor(answer => answer.Text).Text(TextLimit.RobotBytes);
        RuleFor(answer => answer.By).Author();
    }
}

/// <summary>
/// The body of <c>POST /api/feedback/{id}/close</c>. The group is told the outcome, unless <c>tellGroup</c> is false.
/// </summary>
public sealed record CloseFeedbackRequest(string? Outcome, string? By, bool? TellGroup = null);

public sealed class CloseFeedbackValidator : AbstractValidator<CloseFeedbackRequest>
{
    public CloseFeedbackValidator()
    {
        RuleFor(close => close.Outcome).Text(TextLimit.RobotBytes);
        RuleFor(close => close.By).Author();
    }
}
