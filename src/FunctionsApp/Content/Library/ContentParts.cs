using Community.Content;
using Community.Messaging.Deliveries;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Content.Library;

/// <summary>An attachment of an item; its address is kept in its one spelling.</summary>
public sealed record AttachmentRequest(string? Type, string? Title, string? Url)
{
    public Attachment ToAttachment() => new(Enum.Parse<AttachmentType>(Type!), Title!, WebUrl.Normalize(Url)!);
}

/// <summary>The product that the texts of an item name; the currency is CNY by default.</summary>
public sealed record ContentProductRequest(string? Name, long? PriceMinor, string? Currency = null)
{
    public ContentProduct ToProduct() => new(Name!, PriceMinor!.Value, Currency ?? "CNY");
}

sealed class AttachmentValidator : AbstractValidator<AttachmentRequest>
{
    public AttachmentValidator(AllowedLinkHosts hosts)
    {
        RuleFor(attachment => attachment.Type).NameOf<AttachmentRequest, AttachmentType>();
        RuleFor(attachment => attachment.Title).Line(60);
        RuleFor(attachment => attachment.Url)
            .LinkTarget(hosts)
            .Must(url => WebUrl.Normalize(url)!.StartsWith("https:", StringComparison.Ordinal))
            .WithMessage("must be an https address.");
    }
}

sealed class ContentProductValidator : AbstractValidator<ContentProductRequest>
{
    const long MaxPriceMinor = 100_000_000_00;

    public ContentProductValidator()
    {
        RuleFor(product => product.Name).Line(60);
        RuleFor(product => product.PriceMinor)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(0, MaxPriceMinor).WithMessage($"must be 0 to {MaxPriceMinor}.");
        RuleFor(product => product.Currency)
            .Must(currency => currency is null || Money.IsCurrency(currency))
            .WithMessage("must be an ISO 4217 code such as CNY.");
    }
}
