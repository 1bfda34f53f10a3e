using Community.Platform;
using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The product on sale; <c>offerCostMinor</c> is the brand's cost per unit of the offer.</summary>
public sealed record ProductRequest(
    string? Name,
    string? Url,
    long? PriceMinor,
    string? Currency,
    int? Quantity = null,
    long? OfferCostMinor = null);

/// <summary>The discussion before the link, with or without a poll.</summary>
public sealed record WarmUpRequest(
    DateTimeOffset? At, string? Topic, IReadOnlyList<string>? Poll = null, string? OverrideReason = null);

/// <summary>The text around the link by level; where it is absent, the text of the purchase drive is used.</summary>
public sealed record CopyRequest(string? Low = null, string? Medium = null, string? High = null);

/// <summary>The weights of signals; an absent weight has its default.</summary>
public sealed record WeightsRequest(
    double? Reply = null,
    double? Question = null,
    double? Price = null,
    double? Mention = null,
    double? Vote = null,
    double? Click = null,
    double? MediumFrom = null,
    double? HighFrom = null)
{
    public InterestWeights ToWeights()
    {
        var defaults = new InterestWeights();
        return new(
            Reply ?? defaults.Reply,
            Question ?? defaults.Question,
            Price ?? defaults.Price,
            Mention ?? defaults.Mention,
            Vote ?? defaults.Vote,
            Click ?? defaults.Click,
            MediumFrom ?? defaults.MediumFrom,
            HighFrom ?? defaults.HighFrom);
    }
}

/// <summary>The body of <c>POST /api/conversions</c>. An absent <c>seed</c> is drawn at random and stored.</summary>
public sealed record CreateConversionRequest(
    string? Id,
    IReadOnlyList<string>? GroupIds,
    ProductRequest? Product,
    WarmUpRequest? WarmUp,
    DateTimeOffset? LinkAt,
    DateTimeOffset? ClosesAt,
    string? Closing,
    string? Drive = null,
    double? HoldoutShare = null,
    int? Seed = null,
    CopyRequest? Copy = null,
    DateTimeOffset? LastCallAt = null,
    string? LastCall = null,
    WeightsRequest? Weights = null)
{
    /// <summary>The new conversion; <paramref name="newSeed"/> is called when the body has no seed.</summary>
    public Conversion ToConversion(string id, Func<int> newSeed, string linkBase, DateTimeOffset now) =>
        new(id, GroupIds!, HoldoutShare ?? 0, Seed ?? newSeed(), ToTerms(), linkBase, now)
        {
            Weights = (Weights ?? new WeightsRequest()).ToWeights(),
        };

    ConversionTerms ToTerms() => new(
        Drive is null ? Community.Selling.Conversions.PurchaseDrive.Trust : Enum.Parse<PurchaseDrive>(Drive),
        new Product(
            Product!.Name!,
            WebUrl.Normalize(Product.Url)!,
            Product.PriceMinor!.Value,
            Product.Currency!,
            Product.Quantity)
        {
            OfferCostMinor = Product.OfferCostMinor,
        },
        new WarmUp(WarmUp!.At!.Value, WarmUp.Topic!, WarmUp.Poll ?? [], WarmUp.OverrideReason),
        LinkAt!.Value,
        new CopyVariants(Copy?.Low, Copy?.Medium, Copy?.High),
        LastCallAt,
        LastCall,
        ClosesAt!.Value,
        Closing!);
}

/// <summary>
/// The body of <c>PATCH /api/conversions/{id}</c>. Absent fields do not change; <c>by</c> is the name for the audit.
/// </summary>
public sealed record EditConversionRequest(
    ProductRequest? Product = null,
    WarmUpRequest? WarmUp = null,
    DateTimeOffset? LinkAt = null,
    DateTimeOffset? ClosesAt = null,
    string? Closing = null,
    string? Drive = null,
    CopyRequest? Copy = null,
    DateTimeOffset? LastCallAt = null,
    string? LastCall = null,
    string? By = null)
{
    /// <summary>The terms after the edit.</summary>
    public ConversionTerms ApplyTo(ConversionTerms terms) => new(
        Drive is null ? terms.Drive : Enum.Parse<PurchaseDrive>(Drive),
        terms.Product with
        {
            Name = Product?.Name ?? terms.Product.Name,
            Url = WebUrl.Normalize(Product?.Url) ?? terms.Product.Url,
            PriceMinor = Product?.PriceMinor ?? terms.Product.PriceMinor,
            Currency = Product?.Currency ?? terms.Product.Currency,
            Quantity = Product?.Quantity ?? terms.Product.Quantity,
            OfferCostMinor = Product?.OfferCostMinor ?? terms.Product.OfferCostMinor,
        },
        terms.WarmUp with
        {
            At = WarmUp?.At ?? terms.WarmUp.At,
            Topic = WarmUp?.Topic ?? terms.WarmUp.Topic,
            Poll = WarmUp?.Poll ?? terms.WarmUp.Poll,
            OverrideReason = WarmUp?.OverrideReason ?? terms.WarmUp.OverrideReason,
        },
        LinkAt ?? terms.LinkAt,
        new CopyVariants(Copy?.Low ?? terms.Copy.Low, Copy?.Medium ?? terms.Copy.Medium, Copy?.High ?? terms.Copy.High),
        LastCallAt ?? terms.LastCallAt,
        LastCall ?? terms.LastCall,
        ClosesAt ?? terms.ClosesAt,
        Closing ?? terms.Closing);
}
