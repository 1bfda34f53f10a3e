using System.Linq.Expressions;
using Community.Care.Promises;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// The body of <c>POST /api/promises</c>: the <c>units</c> that a delivery group was promised, in their order.
/// </summary>
public sealed record CreatePromiseRequest(
    string? Id, string? GroupId, string? Kind, IReadOnlyList<PromisedUnitRequest>? Units, string? By = null)
{
    public Promise ToPromise(string id, string pageBase, DateTimeOffset now) => new(
        id,
        GroupId!,
        Enum.Parse<PromiseKind>(Kind!),
        [.. Units!.Select((unit, index) => unit.ToUnit(index + 1))],
        By,
        now,
        pageBase);
}

/// <summary>A unit, such as a lesson; <c>quantity</c> is 1 when it is absent.</summary>
public sealed record PromisedUnitRequest(string? Title, DateTimeOffset? DueAt, int? Quantity = null)
{
    public PromisedUnit ToUnit(int number) => new(number, Title!, DueAt!.Value, Quantity ?? 1);
}

public sealed class CreatePromiseValidator : AbstractValidator<CreatePromiseRequest>
{
    static readonly Expression<Func<CreatePromiseRequest, IReadOnlyList<PromisedUnitRequest>?>> Units =
        promise => promise.Units;

    public CreatePromiseValidator()
    {
        RuleFor(promise => promise.Id).ChosenId();
        RuleFor(promise => promise.GroupId).NeededId();
        RuleFor(promise => promise.Kind).NameOf<CreatePromiseRequest, PromiseKind>();
        RuleFor(Units)
            .NotNull().WithMessage("is missing.")
            .Must(units => units!.Count is >= 1 and <= Promise.MaxUnits)
            .WithMessage($"must have 1 to {Promise.MaxUnits} items.");
        RuleForEach(FieldRules.ItemsOf(Units))
            .NotNull().WithMessage("is missing.")
            .SetValidator(new PromisedUnitValidator());
        RuleFor(promise => promise.By).Author().When(promise => promise.By is not null);
    }
}

sealed class PromisedUnitValidator : AbstractValidator<PromisedUnitRequest>
{
    public PromisedUnitValidator()
    {
        RuleFor(unit => unit.Title).Line(PromisedUnit.MaxTitle);
        RuleFor(unit => unit.DueAt).Instant();
        RuleFor(unit => unit.Quantity).UnitQuantity();
    }
}

static class PromiseFieldRules
{
    /// <summary>A quantity of a unit, or null for the default.</summary>
    public static void UnitQuantity<T>(this IRuleBuilderInitial<T, int?> field) => field
        .InclusiveBetween(1, PromisedUnit.MaxQuantity).WithMessage($"must be 1 to {PromisedUnit.MaxQuantity}.");
}
