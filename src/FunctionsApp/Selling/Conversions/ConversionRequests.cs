using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>What is sold; <c>offerCostMinor</c> is what the offer costs the brand for each unit.</summary>
public sealed record ProductRequest(string? Name, string? Url, long? PriceMinor, string? Currency, int? Quantity = null, long? OfferCostMinor = null);

/// <summary>The discussion ahead; without a poll it asks for replies only.</summary>
public sealed record WarmUpRequest(DateTimeOffset? At, string? Topic, IReadOnlyList<string>? Poll = null, string? OverrideReason = null);

/// <summary>The words around the link; where one is absent those of the drive stand.</summary>
public sealed record CopyRequest(string? Low = null, string? Medium = null, string? High = null);

/// <summary>How interest is weighed; what is absent is weighed as ever.</summary>
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
    /// <summary>The weights.</summary>
    public InterestWeights ToWeights()
    {
        var usual = new InterestWeights();
        return new(
            Reply ?? usual.Reply,
            Question ?? usual.Question,
            Price ?? usual.Price,
            Mention ?? usual.Mention,
            Vote ?? usual.Vote,
            Click ?? usual.Click,
            MediumFrom ?? usual.MediumFrom,
            HighFrom ?? usual.HighFrom);
    }
}

/// <summary>The body of <c>POST /api/conversions</c>. Without <c>seed</c> one is drawn; it is kept, so that the arms can be told again.</summary>
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
    /// <summary>The conversion as it begins.</summary>
    public Conversion ToConversion(string id, int seed, string linkBase, DateTimeOffset now) =>
        new(id, GroupIds!, HoldoutShare ?? 0, Seed ?? seed, ToTerms(), linkBase, now) { Weights = (Weights ?? new WeightsRequest()).ToWeights() };

    ConversionTerms ToTerms() => new(
        Drive is null ? Community.Selling.Conversions.PurchaseDrive.Trust : Enum.Parse<PurchaseDrive>(Drive),
        new Product(Product!.Name!, Product.Url!, Product.PriceMinor!.Value, Product.Currency!, Product.Quantity) { OfferCostMinor = Product.OfferCostMinor },
        new WarmUp(WarmUp!.At!.Value, WarmUp.Topic!, WarmUp.Poll ?? [], WarmUp.OverrideReason),
        LinkAt!.Value,
        new CopyVariants(Copy?.Low, Copy?.Medium, Copy?.High),
        LastCallAt,
        LastCall,
        ClosesAt!.Value,
        Closing!);
}

/// <summary>The body of <c>PATCH /api/conversions/{id}</c>: what is absent stays as it is; <c>by</c> is who changes it.</summary>
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
    /// <summary>The terms that are wanted in place of those that stand.</summary>
    public ConversionTerms ApplyTo(ConversionTerms terms) => new(
        Drive is null ? terms.Drive : Enum.Parse<PurchaseDrive>(Drive),
        terms.Product with
        {
            Name = Product?.Name ?? terms.Product.Name,
            Url = Product?.Url ?? terms.Product.Url,
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
