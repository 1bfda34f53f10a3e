using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Feedback;

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
