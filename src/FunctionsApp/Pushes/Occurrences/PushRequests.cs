using Community.Pushes.Guards;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>
/// A person's command about one push. <c>at</c> is for <c>move</c>, <c>contentId</c> for <c>replace</c>,
/// <c>correctionId</c> for <c>recall</c>; <c>overrides</c> names guards that the command passes, which needs a reason.
/// </summary>
public sealed record PushCommandRequest(
    string? By,
    string? Reason = null,
    DateTimeOffset? At = null,
    string? ContentId = null,
    string? CorrectionId = null,
    IReadOnlyList<string>? Overrides = null)
{
    public IReadOnlyList<PushGuard> Guards => [.. (Overrides ?? []).Select(name => Enum.Parse<PushGuard>(name))];
}

public sealed class PushCommandValidator : AbstractValidator<PushCommandRequest>
{
    public PushCommandValidator()
    {
        RuleFor(command => command.By).Author();
        RuleFor(command => command.Reason).Reason().When(command => command.Reason is not null);
        RuleFor(command => command.ContentId).NeededId().When(command => command.ContentId is not null);
        RuleForEach(command => command.Overrides).NameOf<PushCommandRequest, PushGuard>();
    }
}
