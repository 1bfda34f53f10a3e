using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Lifecycle.Endings;

/// <summary>The body of <c>POST /api/groups/{id}/end</c>; both fields are shown in the history.</summary>
public sealed record EndGroupRequest(string? By, string? Reason);

public sealed class EndGroupValidator : AbstractValidator<EndGroupRequest>
{
    public EndGroupValidator()
    {
        RuleFor(end => end.By).Author();
        RuleFor(end => end.Reason).Reason();
    }
}
