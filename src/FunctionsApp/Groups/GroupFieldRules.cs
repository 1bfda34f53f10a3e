using System.Linq.Expressions;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

/// <summary>The fields of a group, which are the same at its creation and in an edit.</summary>
static class GroupFieldRules
{
    // A WeCom customer group holds at most 500 people.
    const int MaxCapacity = 500;

    const int MaxTags = 10;
    const int MaxDeputies = 10;

    public static IRuleBuilderOptions<T, string?> GroupName<T>(this IRuleBuilder<T, string?> field) => field.Text(60);

    public static IRuleBuilderOptions<T, int?> Capacity<T>(this IRuleBuilder<T, int?> field) => field
        .NotNull().WithMessage("is missing.")
        .InclusiveBetween(1, MaxCapacity).WithMessage($"must be 1 to {MaxCapacity}.");

    /// <summary>At most 10 deputies, each another staff member, or null.</summary>
    public static void Deputies<T>(
        this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<DeputyBody>?>> field)
    {
        validator.RuleFor(field)
            .Must(deputies => deputies is null || deputies.Count <= MaxDeputies)
            .WithMessage($"must have at most {MaxDeputies} items.")
            .Must(deputies => deputies is null || deputies.DistinctBy(each => each?.StaffId).Count() == deputies.Count)
            .WithMessage("must hold each staff member once.");
        validator.RuleForEach(FieldRules.ItemsOf(field))
            .NotNull().WithMessage("is missing.")
            .SetValidator(new DeputyValidator());
    }

    /// <summary>At most 10 different tags, or null.</summary>
    public static void Tags<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>?>> field)
    {
        validator.RuleFor(field)
            .Must(tags => tags is null || tags.Count <= MaxTags).WithMessage($"must have at most {MaxTags} items.")
            .Must(tags => tags is null || tags.Distinct(StringComparer.Ordinal).Count() == tags.Count)
            .WithMessage("must hold each tag once.");
        validator.RuleForEach(FieldRules.ItemsOf(field)).Line(20);
    }
}
