using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Lifecycle.Introductions;

/// <summary>
/// The body of <c>POST /api/groups/{id}/introductions</c>. <c>text</c> is what the member said, of which only the
/// interests are kept.
/// </summary>
public sealed record IntroductionRequest(string? MemberId, string? Text, string? By);

static class IntroductionFields
{
    public static IRuleBuilderOptions<T, string?> Introduction<T>(this IRuleBuilder<T, string?> field) =>
        field.Text(1000);
}

public sealed class IntroductionValidator : AbstractValidator<IntroductionRequest>
{
    public IntroductionValidator()
    {
        RuleFor(introduction => introduction.MemberId).ChannelKey();
        RuleFor(introduction => introduction.Text).Introduction();
        RuleFor(introduction => introduction.By).Author();
    }
}
