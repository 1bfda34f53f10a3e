using Community.Care.Feedback;
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
