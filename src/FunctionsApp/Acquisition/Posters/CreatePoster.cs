using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>The body of <c>POST /api/campaigns/{id}/posters</c>.</summary>
public sealed record CreatePoster(string? Title, IReadOnlyList<string>? Lines);

/// <summary>What a poster must say: what fits on one that is read from two metres away.</summary>
public sealed class CreatePosterRules : AbstractValidator<CreatePoster>
{
    /// <summary>The rules.</summary>
    public CreatePosterRules()
    {
        RuleFor(poster => poster.Title).Text(40);
        RuleFor(poster => poster.Lines).Items(0, 6);
        RuleForEach(poster => poster.Lines).Text(40);
    }
}
