using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Feedback;

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
