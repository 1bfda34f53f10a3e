using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What a conversion must say.</summary>
public sealed class CreateConversionValidator : AbstractValidator<CreateConversionRequest>
{
    const int MaxGroups = 200;

    /// <summary>The rules.</summary>
    public CreateConversionValidator(AllowedLinkHosts hosts)
    {
        RuleFor(conversion => conversion.Id).ChosenId();
        RuleFor(conversion => conversion.GroupIds)
            .Items(1, MaxGroups)
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count).WithMessage("must not name a group twice.");
        RuleForEach(conversion => conversion.GroupIds).NeededId();
        RuleFor(conversion => conversion.HoldoutShare).InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
        RuleFor(conversion => conversion.Drive).NameOf<CreateConversionRequest, PurchaseDrive>().When(conversion => conversion.Drive is not null);
        RuleFor(conversion => conversion.Product!).NotNull().WithMessage("is missing.").SetValidator(new ProductValidator(hosts, isWhole: true));
        RuleFor(conversion => conversion.WarmUp!).NotNull().WithMessage("is missing.").SetValidator(new WarmUpValidator(isWhole: true));
        RuleFor(conversion => conversion.LinkAt).Instant();
        RuleFor(conversion => conversion.Copy!).SetValidator(new CopyValidator()).When(conversion => conversion.Copy is not null);
        RuleFor(conversion => conversion.LastCall).Words().When(conversion => conversion.LastCall is not null);
        RuleFor(conversion => conversion.ClosesAt).Instant();
        RuleFor(conversion => conversion.Closing).Words();
        RuleFor(conversion => conversion.Weights!).SetValidator(new WeightsValidator()).When(conversion => conversion.Weights is not null);
    }
}

/// <summary>What an edit may say; whether it may be is the conversion's to say.</summary>
public sealed class EditConversionValidator : AbstractValidator<EditConversionRequest>
{
    /// <summary>The rules.</summary>
    public EditConversionValidator(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.Drive).NameOf<EditConversionRequest, PurchaseDrive>().When(edit => edit.Drive is not null);
        RuleFor(edit => edit.Product!).SetValidator(new ProductValidator(hosts, isWhole: false)).When(edit => edit.Product is not null);
        RuleFor(edit => edit.WarmUp!).SetValidator(new WarmUpValidator(isWhole: false)).When(edit => edit.WarmUp is not null);
        RuleFor(edit => edit.Copy!).SetValidator(new CopyValidator()).When(edit => edit.Copy is not null);
        RuleFor(edit => edit.LastCall).Words().When(edit => edit.LastCall is not null);
        RuleFor(edit => edit.Closing).Words().When(edit => edit.Closing is not null);
        RuleFor(edit => edit.By).Who();
    }
}

sealed class ProductValidator : AbstractValidator<ProductRequest>
{
    const long HighestPrice = 100_000_000_00;
    const int MaxUnits = 1_000_000;

    public ProductValidator(AllowedLinkHosts hosts, bool isWhole)
    {
        RuleFor(product => product.Name).Text(60).When(product => isWhole || product.Name is not null);
        RuleFor(product => product.Url).LinkTarget(hosts).When(product => isWhole || product.Url is not null);
        RuleFor(product => product.PriceMinor)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(0, HighestPrice).WithMessage($"must be 0 to {HighestPrice}.")
            .When(product => isWhole || product.PriceMinor is not null);
        RuleFor(product => product.Currency)
            .NotNull().WithMessage("is missing.")
            .Must(currency => currency!.Length == 3 && currency.All(char.IsAsciiLetterUpper)).WithMessage("must be an ISO 4217 code such as CNY.")
            .When(product => isWhole || product.Currency is not null);
        RuleFor(product => product.Quantity).InclusiveBetween(1, MaxUnits).WithMessage($"must be 1 to {MaxUnits}.");
        RuleFor(product => product.OfferCostMinor).InclusiveBetween(0, HighestPrice).WithMessage($"must be 0 to {HighestPrice}.");
    }
}

sealed class WarmUpValidator : AbstractValidator<WarmUpRequest>
{
    const int MaxOptions = 10;

    public WarmUpValidator(bool isWhole)
    {
        RuleFor(warmUp => warmUp.At).Instant().When(_ => isWhole);
        RuleFor(warmUp => warmUp.Topic).Words().When(warmUp => isWhole || warmUp.Topic is not null);
        RuleFor(warmUp => warmUp.Poll).Items(0, MaxOptions).When(warmUp => warmUp.Poll is not null);
        RuleForEach(warmUp => warmUp.Poll).Text(60);
        RuleFor(warmUp => warmUp.OverrideReason).Text(200).When(warmUp => warmUp.OverrideReason is not null);
    }
}

sealed class CopyValidator : AbstractValidator<CopyRequest>
{
    public CopyValidator()
    {
        RuleFor(copy => copy.Low).Words().When(copy => copy.Low is not null);
        RuleFor(copy => copy.Medium).Words().When(copy => copy.Medium is not null);
        RuleFor(copy => copy.High).Words().When(copy => copy.High is not null);
    }
}

sealed class WeightsValidator : AbstractValidator<WeightsRequest>
{
    const double Heaviest = 1000;

    public WeightsValidator()
    {
        RuleFor(weights => weights.Reply).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.Question).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.Price).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.Mention).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.Vote).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.Click).InclusiveBetween(0, Heaviest).WithMessage($"must be 0 to {Heaviest}.");
        RuleFor(weights => weights.MediumFrom).GreaterThan(0).WithMessage("must be above 0.");
        RuleFor(weights => weights)
            .Must(weights => weights.ToWeights() is var whole && whole.HighFrom > whole.MediumFrom).WithMessage("must be above mediumFrom.")
            .OverridePropertyName("highFrom");
    }
}

static class ConversionTextRules
{
    // The real limit is in bytes of the text as it is filled in; this one keeps the row that holds all texts below what storage takes.
    const int MaxCharacters = 1000;

    public static IRuleBuilderOptions<T, string?> Words<T>(this IRuleBuilder<T, string?> field) => field.Text(MaxCharacters);

    /// <summary>Who changes something; nobody's name is the operator's.</summary>
    public static void Who<T>(this IRuleBuilderInitial<T, string?> field) =>
        field.Must(by => by is null || (!string.IsNullOrWhiteSpace(by) && by.Length <= 40 && !by.Any(char.IsControl))).WithMessage("must be 1 to 40 characters.");
}
