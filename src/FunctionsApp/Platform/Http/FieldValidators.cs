using Community.Platform;
using FluentValidation;
using FluentValidation.Validators;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// Refuses null where absence is allowed. The interfaces here tell the description of the API what is checked.
/// </summary>
interface INullRefusal;

/// <summary>Takes the names of an enum.</summary>
interface IEnumNameValidator
{
    Type Type { get; }
}

/// <summary>Limits the number of items of a list.</summary>
interface IItemCountValidator
{
    int Min { get; }

    int Max { get; }
}

sealed class NotNullableValidator<T, TField> : PropertyValidator<T, Optional<TField>>, INullRefusal
{
    public override string Name => "NotNullable";

    public override bool IsValid(ValidationContext<T> context, Optional<TField> value) => !value.IsNull;

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        "must not be null: the field is required.";
}

/// <summary>A name of the enum, case-sensitive; null is valid.</summary>
sealed class EnumNameValidator<T, TEnum> : PropertyValidator<T, string?>, IEnumNameValidator
    where TEnum : struct, Enum
{
    public override string Name => "EnumName";

    public Type Type => typeof(TEnum);

    public override bool IsValid(ValidationContext<T> context, string? value) =>
        value is null || Enum.GetNames<TEnum>().Contains(value, StringComparer.Ordinal);

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        $"must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.";
}

/// <summary>A list of <paramref name="min"/> to <paramref name="max"/> items; null is valid.</summary>
sealed class ItemCountValidator<T, TItem>(int min, int max)
    : PropertyValidator<T, IReadOnlyList<TItem>?>, IItemCountValidator
{
    public override string Name => "ItemCount";

    public int Min => min;

    public int Max => max;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value) =>
        value is null || (value.Count >= min && value.Count <= max);

    protected override string GetDefaultMessageTemplate(string errorCode) => $"must have {min} to {max} items.";
}
