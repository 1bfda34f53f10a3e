using System.Linq.Expressions;
using Community.Groups;
using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

/// <summary>The fields of a plan, which are the same at its creation, in a copy and in an edit.</summary>
static class PushPlanFieldRules
{
    const int MaxGroups = 200;
    const int MaxTags = 10;

    public static PushAudience ToAudience(
        IReadOnlyList<string>? groupIds, IReadOnlyList<string>? kinds, IReadOnlyList<string>? tags) => new(
        groupIds ?? [], [.. (kinds ?? []).Select(kind => Enum.Parse<GroupKind>(kind))], tags ?? []);

    public static IRuleBuilderOptions<T, string?> PlanName<T>(this IRuleBuilder<T, string?> field) => field.Line(60);

    /// <summary>At most 200 groups, or null.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> GroupIds<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field) => field
        .Must(ids => ids is null || ids.Count <= MaxGroups).WithMessage($"must have at most {MaxGroups} items.");

    /// <summary>Names at least one group, directly, by kind or by tag.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> NamesGroups<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field,
        Func<T, IReadOnlyList<string>?> kinds,
        Func<T, IReadOnlyList<string>?> tags) => field
        .Must((plan, ids) => (ids?.Count ?? 0) + (kinds(plan)?.Count ?? 0) + (tags(plan)?.Count ?? 0) > 0)
        .WithMessage("must name a group, or kinds or tags must name some.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> GroupKinds<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field) => field
        .Must(kinds => kinds is null || kinds.All(IsKind))
        .WithMessage($"must be of {string.Join(", ", Enum.GetNames<GroupKind>())}.")
        .Must(kinds => kinds?.Contains(nameof(GroupKind.Flash), StringComparer.Ordinal) is not true)
        .WithMessage("must not hold Flash: a sale has its waves.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> GroupTags<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field) => field
        .Must(tags => tags is null || (tags.Count <= MaxTags && tags.All(tag => tag is { Length: > 0 and <= 20 })))
        .WithMessage($"must be at most {MaxTags} tags of 1 to 20 characters.");

    /// <summary>1 to 50 different slots, or null.</summary>
    public static void Slots<T>(
        this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<PushSlotBody>?>> field)
    {
        validator.RuleFor(field)
            .Must(slots => slots is null or { Count: >= 1 and <= PushPlanRules.MaxSlots })
            .WithMessage($"must have 1 to {PushPlanRules.MaxSlots} items.")
            .Must(slots => slots is null || slots.DistinctBy(slot => slot?.Id).Count() == slots.Count)
            .WithMessage("must have different ids.");
        validator.RuleForEach(FieldRules.ItemsOf(field))
            .NotNull().WithMessage("is missing.")
            .SetValidator(new PushSlotValidator());
    }

    static bool IsKind(string name) => Enum.GetNames<GroupKind>().Contains(name, StringComparer.Ordinal);
}
