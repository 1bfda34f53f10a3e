using System.Text.Json.Serialization;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Transfer.Documents;

/// <summary>A conversion; <c>held</c> true keeps its messages back.</summary>
public sealed record ConversionItem(
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
    WeightsRequest? Weights = null,
    [property: JsonPropertyOrder(1)] bool? Held = null)
    : CreateConversionRequest(
        Id,
        GroupIds,
        Product,
        WarmUp,
        LinkAt,
        ClosesAt,
        Closing,
        Drive,
        HoldoutShare,
        Seed,
        Copy,
        LastCallAt,
        LastCall,
        Weights)
{
    public static ConversionItem From(Conversion conversion)
    {
        var terms = conversion.Terms;
        return new ConversionItem(
            conversion.Id,
            conversion.GroupIds,
            new ProductRequest(
                terms.Product.Name,
                terms.Product.Url,
                terms.Product.PriceMinor,
                terms.Product.Currency,
                terms.Product.Quantity,
                terms.Product.OfferCostMinor),
            new WarmUpRequest(
                terms.WarmUp.At.ToUniversalTime(), terms.WarmUp.Topic, terms.WarmUp.Poll, terms.WarmUp.OverrideReason),
            terms.LinkAt.ToUniversalTime(),
            terms.ClosesAt.ToUniversalTime(),
            terms.Closing,
            terms.Drive.ToString(),
            conversion.HoldoutShare,
            conversion.Seed,
            new CopyRequest(terms.Copy.Low, terms.Copy.Medium, terms.Copy.High),
            terms.LastCallAt?.ToUniversalTime(),
            terms.LastCall,
            From(conversion.Weights),
            conversion.HeldAt is not null);
    }

    /// <summary>
    /// The conversion as it would be stored now. A step whose instant has passed was carried out where the document
    /// comes from, and is skipped.
    /// </summary>
    public static Conversion Begin(Conversion planned, bool isHeld, DateTimeOffset now) => planned with
    {
        SkippedSteps = StepRules.MissedSteps(planned, now),
        HeldAt = isHeld ? now : null,
    };

    static WeightsRequest From(InterestWeights weights) => new(
        weights.Reply,
        weights.Question,
        weights.Price,
        weights.Mention,
        weights.Vote,
        weights.Click,
        weights.MediumFrom,
        weights.HighFrom);
}
