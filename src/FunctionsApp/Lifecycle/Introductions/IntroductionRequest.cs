using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Lifecycle.Introductions;

/// <summary>
/// The body of <c>POST /api/groups/{id}/introductions</c> and of its twin in the sidebar. <c>text</c> is what the
/// member said, of which only the interests are kept.
/// </summary>
public sealed record IntroductionRequest(string? MemberId, string? Text, string? By);

public sealed class IntroductionValidator : AbstractValidator<IntroductionRequest>
{
    public IntroductionValidator()
    {
        RuleFor(introduction => introduction.MemberId).ChannelKey();
        RuleFor(introduction => introduction.Text).Text(1000);
        RuleFor(introduction => introduction.By).Author();
    }
}
