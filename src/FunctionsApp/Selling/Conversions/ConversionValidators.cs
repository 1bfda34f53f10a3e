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
            .Distinct("must not name a group twice.");
        RuleForEach(conversion => conversion.GroupIds).NeededId();
        RuleFor(conversion => conversion.HoldoutShare).InclusiveBetween(0, 1).WithMessage("must be 0 to 1.");
        RuleFor(conversion => conversion.Drive)
            .NameOf<CreateConversionRequest, PurchaseDrive>()
            .When(conversion => conversion.Drive is not null);
        RuleFor(conversion => conversion.Product!)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new ProductValidator(hosts));
        RuleFor(conversion => conversion.WarmUp!)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new WarmUpValidator());
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

sealed class ProductValidator : AbstractValidator<ProductRequest>
{
    public ProductValidator(AllowedLinkHosts hosts)
    {
        RuleFor(product => product.Name).ProductName();
        RuleFor(product => product.Url).LinkTarget(hosts);
        RuleFor(product => product.PriceMinor).NotNull().WithMessage("is missing.").AmountMinor();
        RuleFor(product => product.Currency).NotNull().WithMessage("is missing.").Currency();
        RuleFor(product => product.Quantity).Units();
        RuleFor(product => product.OfferCostMinor).AmountMinor();
    }
}

sealed class WarmUpValidator : AbstractValidator<WarmUpRequest>
{
    public WarmUpValidator()
    {
        RuleFor(warmUp => warmUp.At).Instant();
        RuleFor(warmUp => warmUp.Topic).MessageText();
        this.Poll(warmUp => warmUp.Poll);
        RuleFor(warmUp => warmUp.OverrideReason).Reason().When(warmUp => warmUp.OverrideReason is not null);
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
