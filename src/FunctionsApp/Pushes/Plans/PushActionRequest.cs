using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Who pauses or resumes, and why.</summary>
public sealed record PushActionRequest(string? By, string? Reason = null);

public sealed class PushActionValidator : AbstractValidator<PushActionRequest>
{
    public PushActionValidator()
    {
        RuleFor(action => action.By).Author();
        RuleFor(action => action.Reason).Reason().When(action => action.Reason is not null);
    }
}
