using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Content.Library;

/// <summary>The body of <c>POST /api/content/{id}/approve</c> and <c>/retire</c>: the person who decides.</summary>
public sealed record ReviewContentRequest(string? By);

public sealed class ReviewContentValidator : AbstractValidator<ReviewContentRequest>
{
    public ReviewContentValidator()
    {
        RuleFor(review => review.By).Author();
    }
}
