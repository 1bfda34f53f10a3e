using Community.Platform;
using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What a conversion must say.</summary>
public sealed class CreateConversionRules : AbstractValidator<CreateConversion>
{
    const int MostGroups = 200;

    /// <summary>The rules.</summary>
    public CreateConversionRules(AllowedLinkHosts hosts)
    {
        RuleFor(conversion => conversion.Id).ChosenId();
        RuleFor(conversion => conversion.GroupIds)
            .Items(1, MostGroups)
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count).WithMessage("must not name a group twice.");
        RuleForEach(conversion => conversion.GroupIds).NeededId();
        RuleFor(conversion => conversion.HoldoutShare).InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
        RuleFor(conversion => conversion.Drive).NameOf<CreateConversion, Drive>().When(conversion => conversion.Drive is not null);
        RuleFor(conversion => conversion.Product!).NotNull().WithMessage("is missing.").SetValidator(new ProductRules(hosts, isWhole: true));
        RuleFor(conversion => conversion.WarmUp!).NotNull().WithMessage("is missing.").SetValidator(new WarmUpRules(isWhole: true));
        RuleFor(conversion => conversion.LinkAt).Instant();
        RuleFor(conversion => conversion.Copy!).SetValidator(new CopyRules()).When(conversion => conversion.Copy is not null);
        RuleFor(conversion => conversion.LastCall).Words().When(conversion => conversion.LastCall is not null);
        RuleFor(conversion => conversion.ClosesAt).Instant();
        RuleFor(conversion => conversion.Closing).Words();
        RuleFor(conversion => conversion.Weights!).SetValidator(new WeightsRules()).When(conversion => conversion.Weights is not null);
    }
}

/// <summary>What an edit may say; whether it may be is the conversion's to say.</summary>
public sealed class EditConversionRules : AbstractValidator<EditConversion>
{
    /// <summary>The rules.</summary>
    public EditConversionRules(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.Drive).NameOf<EditConversion, Drive>().When(edit => edit.Drive is not null);
        RuleFor(edit => edit.Product!).SetValidator(new ProductRules(hosts, isWhole: false)).When(edit => edit.Product is not null);
        RuleFor(edit => edit.WarmUp!).SetValidator(new WarmUpRules(isWhole: false)).When(edit => edit.WarmUp is not null);
        RuleFor(edit => edit.Copy!).SetValidator(new CopyRules()).When(edit => edit.Copy is not null);
        RuleFor(edit => edit.LastCall).Words().When(edit => edit.LastCall is not null);
        RuleFor(edit => edit.Closing).Words().When(edit => edit.Closing is not null);
        RuleFor(edit => edit.By).Who();
    }
}

sealed class ProductRules : AbstractValidator<ProductBody>
{
    const long HighestPrice = 100_000_000_00;
    const int MostUnits = 1_000_000;

    public ProductRules(AllowedLinkHosts hosts, bool isWhole)
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
        RuleFor(product => product.Quantity).InclusiveBetween(1, MostUnits).WithMessage($"must be 1 to {MostUnits}.");
        RuleFor(product => product.OfferCostMinor).InclusiveBetween(0, HighestPrice).WithMessage($"must be 0 to {HighestPrice}.");
    }
}

sealed class WarmUpRules : AbstractValidator<WarmUpBody>
{
    const int MostOptions = 10;

    public WarmUpRules(bool isWhole)
    {
        RuleFor(warmUp => warmUp.At).Instant().When(_ => isWhole);
        RuleFor(warmUp => warmUp.Topic).Words().When(warmUp => isWhole || warmUp.Topic is not null);
        RuleFor(warmUp => warmUp.Poll).Items(0, MostOptions).When(warmUp => warmUp.Poll is not null);
        RuleForEach(warmUp => warmUp.Poll).Text(60);
        RuleFor(warmUp => warmUp.OverrideReason).Text(200).When(warmUp => warmUp.OverrideReason is not null);
    }
}

sealed class CopyRules : AbstractValidator<CopyBody>
{
    public CopyRules()
    {
        RuleFor(copy => copy.Low).Words().When(copy => copy.Low is not null);
        RuleFor(copy => copy.Medium).Words().When(copy => copy.Medium is not null);
        RuleFor(copy => copy.High).Words().When(copy => copy.High is not null);
    }
}

sealed class WeightsRules : AbstractValidator<WeightsBody>
{
    const double Heaviest = 1000;

    public WeightsRules()
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

static class ConversionRulesOfText
{
    // The real limit is in bytes of the text as it is filled in; this one keeps the row that holds all texts below what storage takes.
    const int MostCharacters = 1000;

    public static IRuleBuilderOptions<T, string?> Words<T>(this IRuleBuilder<T, string?> field) => field.Text(MostCharacters);

    /// <summary>Who changes something; nobody's name is the operator's.</summary>
    public static void Who<T>(this IRuleBuilderInitial<T, string?> field) =>
        field.Must(by => by is null || (!string.IsNullOrWhiteSpace(by) && by.Length <= 40 && !by.Any(char.IsControl))).WithMessage("must be 1 to 40 characters.");
}
