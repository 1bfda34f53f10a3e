using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups.Holds;

/// <summary>
/// The body of <c>POST /api/groups/{id}/hold</c>. Both fields are shown in the history.
/// </summary>
public sealed record HoldGroupRequest(string? By, string? Reason);

public sealed class HoldGroupValidator : AbstractValidator<HoldGroupRequest>
{
    public HoldGroupValidator()
    {
        RuleFor(hold => hold.By).Author();
        RuleFor(hold => hold.Reason).Reason();
    }
}

/// <summary>The body of <c>POST /api/groups/{id}/release</c>.</summary>
public sealed record ReleaseGroupRequest(string? By);

public sealed class ReleaseGroupValidator : AbstractValidator<ReleaseGroupRequest>
{
    public ReleaseGroupValidator() => RuleFor(release => release.By).Author();
}
