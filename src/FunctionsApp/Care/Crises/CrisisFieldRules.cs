using System.Linq.Expressions;
using Community.Care.Crises;
using Community.Messaging.Deliveries;
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
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count)
            .WithMessage("must hold each id once.");
        validator.RuleForEach(FieldRules.ItemsOf(field)).NeededId();
    }

    /// <summary>A required text that fits into one message.</summary>
    public static IRuleBuilderOptions<T, string?> MessageText<T>(this IRuleBuilder<T, string?> field) => field
        .Text(TextLimit.RobotBytes)
        .Must(text => TextLimit.Fits(text!, TextLimit.RobotBytes))
        .WithMessage($"must be at most {TextLimit.RobotBytes} bytes of UTF-8.");
}
