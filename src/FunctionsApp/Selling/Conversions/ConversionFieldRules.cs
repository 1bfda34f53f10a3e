using System.Linq.Expressions;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.Conversions;

static class ConversionFieldRules
{
    // This limit keeps the row of all texts below the storage limit. The limit of a message is in bytes of the filled
    // text.
    const int MaxCharacters = 1000;

    const int MaxAuthorLength = 40;
    const long MaxPriceMinor = 100_000_000_00;
    const int MaxUnits = 1_000_000;
    const int MaxOptions = 10;
    const double MaxWeight = 1000;
    const double MaxThreshold = 1_000_000;

    public static IRuleBuilderOptions<T, string?> MessageText<T>(this IRuleBuilder<T, string?> field) =>
        field.Text(MaxCharacters);

    public static IRuleBuilderOptions<T, string?> ProductName<T>(this IRuleBuilder<T, string?> field) => field.Text(60);

    /// <summary>An amount in minor units, or null.</summary>
    public static IRuleBuilderOptions<T, long?> AmountMinor<T>(this IRuleBuilder<T, long?> field) =>
        field.InclusiveBetween(0, MaxPriceMinor).WithMessage($"must be 0 to {MaxPriceMinor}.");

    public static IRuleBuilderOptions<T, string?> Currency<T>(this IRuleBuilder<T, string?> field) => field
        .Must(currency => currency!.Length == 3 && currency.All(char.IsAsciiLetterUpper))
        .WithMessage("must be an ISO 4217 code such as CNY.");

    /// <summary>A number of units, or null for an unlimited one.</summary>
    public static IRuleBuilderOptions<T, int?> Units<T>(this IRuleBuilder<T, int?> field) =>
        field.InclusiveBetween(1, MaxUnits).WithMessage($"must be 1 to {MaxUnits}.");

    /// <summary>Why the warm-up is outside its usual range.</summary>
    public static IRuleBuilderOptions<T, string?> Reason<T>(this IRuleBuilder<T, string?> field) => field.Text(200);

    /// <summary>At most 10 options, or null.</summary>
    public static void Poll<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>?>> field)
    {
        validator.RuleFor(field)
            .Must(options => options is null || options.Count <= MaxOptions)
            .WithMessage($"must have 0 to {MaxOptions} items.");
        validator.RuleForEach(FieldRules.ItemsOf(field)).Text(60);
    }

    /// <summary>The name for the audit; null for the default name.</summary>
    public static void AuthorName<T>(this IRuleBuilderInitial<T, string?> field) =>
        field.Must(name => name is null || IsName(name)).WithMessage("must be 1 to 40 characters.");

    public static void Weight<T>(this IRuleBuilderInitial<T, double?> field) =>
        field.InclusiveBetween(0, MaxWeight).WithMessage($"must be 0 to {MaxWeight}.");

    /// <summary>A score from which interest has a level. JSON can write a number that is infinite here.</summary>
    public static void Threshold<T>(this IRuleBuilderInitial<T, double?> field) => field
        .GreaterThan(0).WithMessage("must be above 0.")
        .LessThanOrEqualTo(MaxThreshold).WithMessage($"must be at most {MaxThreshold}.");

    static bool IsName(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaxAuthorLength && !name.Any(char.IsControl);
}
