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
public record CreateConversionRequest(
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

    /// <summary>The drive of this name; trust (信任感) where a request names none.</summary>
    public static PurchaseDrive DriveOf(string? name) =>
        name is null ? PurchaseDrive.Trust : Enum.Parse<PurchaseDrive>(name);

    ConversionTerms ToTerms() => new(
        DriveOf(Drive),
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
