using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Checks the fields of an edit; <see cref="ConversionRules"/> decides whether the conversion accepts it.
/// </summary>
public sealed class EditConversionValidator : AbstractValidator<EditConversionRequest>
{
    public EditConversionValidator(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.Drive.Value)
            .NameOf<EditConversionRequest, PurchaseDrive>()
            .When(edit => edit.Drive.HasValue);
        RuleFor(edit => edit.Product).NotNullable();
        RuleFor(edit => edit.Product.Value!)
            .SetValidator(new ProductValidator(hosts))
            .When(edit => edit.Product.HasValue);
        RuleFor(edit => edit.WarmUp).NotNullable();
        RuleFor(edit => edit.WarmUp.Value!).SetValidator(new WarmUpValidator()).When(edit => edit.WarmUp.HasValue);
        RuleFor(edit => edit.LinkAt).NotNullable();
        RuleFor(edit => edit.Copy.Value!).SetValidator(new CopyValidator()).When(edit => edit.Copy.HasValue);
        RuleFor(edit => edit.LastCall.Value).MessageText().When(edit => edit.LastCall.HasValue);
        RuleFor(edit => edit.ClosesAt).NotNullable();
        RuleFor(edit => edit.Closing).NotNullable();
        RuleFor(edit => edit.Closing.Value).MessageText().When(edit => edit.Closing.HasValue);
        RuleFor(edit => edit.By).AuthorName();
    }

    sealed class ProductValidator : AbstractValidator<EditProductRequest>
    {
        public ProductValidator(AllowedLinkHosts hosts)
        {
            RuleFor(product => product.Name).NotNullable();
            RuleFor(product => product.Name.Value).ProductName().When(product => product.Name.HasValue);
            RuleFor(product => product.Url).NotNullable();
            RuleFor(product => product.Url.Value).LinkTarget(hosts).When(product => product.Url.HasValue);
            RuleFor(product => product.PriceMinor).NotNullable();
            RuleFor(product => product.PriceMinor.Value).AmountMinor();
            RuleFor(product => product.Currency).NotNullable();
            RuleFor(product => product.Currency.Value).Currency().When(product => product.Currency.HasValue);
            RuleFor(product => product.Quantity.Value).Units();
            RuleFor(product => product.OfferCostMinor.Value).AmountMinor();
        }
    }

    sealed class WarmUpValidator : AbstractValidator<EditWarmUpRequest>
    {
        public WarmUpValidator()
        {
            RuleFor(warmUp => warmUp.At).NotNullable();
            RuleFor(warmUp => warmUp.Topic).NotNullable();
            RuleFor(warmUp => warmUp.Topic.Value).MessageText().When(warmUp => warmUp.Topic.HasValue);
            this.Poll(warmUp => warmUp.Poll.Value);
            RuleFor(warmUp => warmUp.OverrideReason.Value)
                .Reason()
                .When(warmUp => warmUp.OverrideReason.HasValue);
        }
    }

    sealed class CopyValidator : AbstractValidator<EditCopyRequest>
    {
        public CopyValidator()
        {
            RuleFor(copy => copy.Low.Value).MessageText().When(copy => copy.Low.HasValue);
            RuleFor(copy => copy.Medium.Value).MessageText().When(copy => copy.Medium.HasValue);
            RuleFor(copy => copy.High.Value).MessageText().When(copy => copy.High.HasValue);
        }
    }
}
