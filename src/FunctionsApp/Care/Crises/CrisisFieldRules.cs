using System.Linq.Expressions;
using Community.Care.Crises;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Crises;

static class CrisisFieldRules
{
    /// <summary>1 to 100 different ids of groups.</summary>
    public static void GroupIds<T>(
        this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>?>> field)
    {
        validator.RuleFor(field)
            .Items(1, Crisis.MaxGroups)
            .Distinct("must hold each id once.");
        validator.RuleForEach(FieldRules.ItemsOf(field)).NeededId();
    }
}
