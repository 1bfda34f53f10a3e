using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>The body of <c>POST /api/campaigns/{id}/posters</c>.</summary>
public sealed record CreatePosterRequest(string? Title, IReadOnlyList<string>? Lines);

/// <summary>The limits fit a poster that is read from two metres away.</summary>
public sealed class CreatePosterValidator : AbstractValidator<CreatePosterRequest>
{
    public CreatePosterValidator()
    {
        RuleFor(poster => poster.Title).Text(40);
        RuleFor(poster => poster.Lines).Items(0, 6);
        RuleForEach(poster => poster.Lines).Text(40);
    }
}
