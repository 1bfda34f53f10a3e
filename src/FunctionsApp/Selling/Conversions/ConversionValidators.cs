using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

public sealed class CreateConversionValidator : AbstractValidator<CreateConversionRequest>
{
    const int MaxGroups = 200;

    public CreateConversionValidator(AllowedLinkHosts hosts)
    {
        RuleFor(conversion => conversion.Id).ChosenId();
        RuleFor(conversion => conversion.GroupIds)
            .Items(1, MaxGroups)
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count)
            .WithMessage("must not name a group twice.");
        RuleForEach(conversion => conversion.GroupIds).NeededId();
        RuleFor(conversion => conversion.HoldoutShare).InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
        RuleFor(conversion => conversion.Drive)
            .NameOf<CreateConversionRequest, PurchaseDrive>()
            .When(conversion => conversion.Drive is not null);
        RuleFor(conversion => conversion.Product!)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new ProductValidator(hosts, isComplete: true));
        RuleFor(conversion => conversion.WarmUp!)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new WarmUpValidator(isComplete: true));
        RuleFor(conversion => conversion.LinkAt).Instant();
        RuleFor(conversion => conversion.Copy!)
            .SetValidator(new CopyValidator())
            .When(conversion => conversion.Copy is not null);
        RuleFor(conversion => conversion.LastCall).MessageText().When(conversion => conversion.LastCall is not null);
        RuleFor(conversion => conversion.ClosesAt).Instant();
        RuleFor(conversion => conversion.Closing).MessageText();
        RuleFor(conversion => conversion.Weights!)
            .SetValidator(new WeightsValidator())
            .When(conversion => conversion.Weights is not null);
    }
}

/// <summary>
/// Checks the fields of an edit; <see cref="ConversionRules"/> decides whether the conversion accepts it.
/// </summary>
public sealed class EditConversionValidator : AbstractValidator<EditConversionRequest>
{
    public EditConversionValidator(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.Drive)
            .NameOf<EditConversionRequest, PurchaseDrive>()
            .When(edit => edit.Drive is not null);
        RuleFor(edit => edit.Product!)
            .SetValidator(new ProductValidator(hosts, isComplete: false))
            .When(edit => edit.Product is not null);
        RuleFor(edit => edit.WarmUp!)
            .SetValidator(new WarmUpValidator(isComplete: false))
            .When(edit => edit.WarmUp is not null);
        RuleFor(edit => edit.Copy!).SetValidator(new CopyValidator()).When(edit => edit.Copy is not null);
        RuleFor(edit => edit.LastCall).MessageText().When(edit => edit.LastCall is not null);
        RuleFor(edit => edit.Closing).MessageText().When(edit => edit.Closing is not null);
        RuleFor(edit => edit.By).AuthorName();
    }
}

sealed class ProductValidator : AbstractValidator<ProductRequest>
{
    const long MaxPriceMinor = 100_000_000_00;
    const int MaxUnits = 1_000_000;

    public ProductValidator(AllowedLinkHosts hosts, bool isComplete)
    {
        RuleFor(product => product.Name).Text(60).When(product => isComplete || product.Name is not null);
        RuleFor(product => product.Url).LinkTarget(hosts).When(product => isComplete || product.Url is not null);
        RuleFor(product => product.PriceMinor)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(0, MaxPriceMinor).WithMessage($"must be 0 to {MaxPriceMinor}.")
            .When(product => isComplete || product.PriceMinor is not null);
        RuleFor(product => product.Currency)
            .NotNull().WithMessage("is missing.")
            .Must(currency => currency!.Length == 3 && currency.All(char.IsAsciiLetterUpper))
            .WithMessage("must be an ISO 4217 code such as CNY.")
            .When(product => isComplete || product.Currency is not null);
        RuleFor(product => product.Quantity).InclusiveBetween(1, MaxUnits).WithMessage($"must be 1 to {MaxUnits}.");
        RuleFor(product => product.OfferCostMinor)
            .InclusiveBetween(0, MaxPriceMinor).WithMessage($"must be 0 to {MaxPriceMinor}.");
    }
}

sealed class WarmUpValidator : AbstractValidator<WarmUpRequest>
{
    const int MaxOptions = 10;

    public WarmUpValidator(bool isComplete)
    {
        RuleFor(warmUp => warmUp.At).Instant().When(_ => isComplete);
        RuleFor(warmUp => warmUp.Topic).MessageText().When(warmUp => isComplete || warmUp.Topic is not null);
        RuleFor(warmUp => warmUp.Poll).Items(0, MaxOptions).When(warmUp => warmUp.Poll is not null);
        RuleForEach(warmUp => warmUp.Poll).Text(60);
        RuleFor(warmUp => warmUp.OverrideReason).Text(200).When(warmUp => warmUp.OverrideReason is not null);
    }
}

sealed class CopyValidator : AbstractValidator<CopyRequest>
{
    public CopyValidator()
    {
        RuleFor(copy => copy.Low).MessageText().When(copy => copy.Low is not null);
        RuleFor(copy => copy.Medium).MessageText().When(copy => copy.Medium is not null);
        RuleFor(copy => copy.High).MessageText().When(copy => copy.High is not null);
    }
}

sealed class WeightsValidator : AbstractValidator<WeightsRequest>
{
    public WeightsValidator()
    {
        RuleFor(weights => weights.Reply).Weight();
        RuleFor(weights => weights.Question).Weight();
        RuleFor(weights => weights.Price).Weight();
        RuleFor(weights => weights.Mention).Weight();
        RuleFor(weights => weights.Vote).Weight();
        RuleFor(weights => weights.Click).Weight();
        RuleFor(weights => weights.MediumFrom).Threshold();
        RuleFor(weights => weights.HighFrom).Threshold();
        RuleFor(weights => weights)
            .Must(weights => weights.ToWeights() is var complete && complete.HighFrom > complete.MediumFrom)
            .WithMessage("must be above mediumFrom.")
            .OverridePropertyName("highFrom");
    }
}

static class ConversionFieldRules
{
    // This limit keeps the row of all texts below the storage limit. The limit of a message is in bytes of the filled
    // text.
    const int MaxCharacters = 1000;

    const int MaxAuthorLength = 40;
    const double MaxWeight = 1000;
    const double MaxThreshold = 1_000_000;

    public static IRuleBuilderOptions<T, string?> MessageText<T>(this IRuleBuilder<T, string?> field) =>
        field.Text(MaxCharacters);

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
