using System.Text.Json.Serialization;

namespace Community.Selling.Conversions;

/// <summary>The product on sale, with amounts in minor units. A null quantity is unlimited.</summary>
public sealed record Product(string Name, string Url, long PriceMinor, string Currency, int? Quantity)
{
    /// <summary>The brand's cost per unit of the offer (a discount or a gift); null when unknown.</summary>
    public long? OfferCostMinor { get; init; }
}

/// <summary>A topic and a poll, which may be empty. A reason allows an instant outside the usual range.</summary>
public sealed record WarmUp(DateTimeOffset At, string Topic, IReadOnlyList<string> Poll, string? OverrideReason);

/// <summary>The text around the link by level of interest; null selects the text of the purchase drive.</summary>
public sealed record CopyVariants(string? Low, string? Medium, string? High)
{
    public string? ForLevel(InterestLevel level) => level switch
    {
        InterestLevel.Low => Low,
        InterestLevel.Medium => Medium,
        _ => High,
    };
}

public sealed record ConversionTerms(
    PurchaseDrive Drive,
    Product Product,
    WarmUp WarmUp,
    DateTimeOffset LinkAt,
    CopyVariants Copy,
    DateTimeOffset? LastCallAt,
    string? LastCall,
    DateTimeOffset ClosesAt,
    string Closing)
{
    /// <summary>The time from warm-up to link is 24 to 48 hours (DESIGN 5).</summary>
    public static readonly TimeSpan MinWarmUp = TimeSpan.FromHours(24);

    public static readonly TimeSpan MaxWarmUp = TimeSpan.FromHours(48);

    /// <summary>The first instant that is out of order; null when there is none.</summary>
    [JsonIgnore]
    public (string Field, string Reason)? InstantFault => this switch
    {
        _ when WarmUp.At >= LinkAt => ("linkAt", "must be after warmUp.at."),
        { WarmUp.OverrideReason: null } when LinkAt - WarmUp.At < MinWarmUp || LinkAt - WarmUp.At > MaxWarmUp =>
            ("warmUp.at", "must be 24 to 48 hours before linkAt, unless warmUp.overrideReason says why not."),
        _ when ClosesAt <= LinkAt => ("closesAt", "must be after linkAt."),
        _ when LastCallAt <= LinkAt || LastCallAt >= ClosesAt =>
            ("lastCallAt", "must be after linkAt and before closesAt."),
        _ when LastCallAt is null != LastCall is null =>
            (LastCall is null ? "lastCall" : "lastCallAt", "is missing: a last call has an instant and words."),
        _ => null,
    };

    /// <summary>Null for a last call that is not planned.</summary>
    public DateTimeOffset? PlannedAt(ConversionStep step) => step switch
    {
        ConversionStep.WarmUp => WarmUp.At,
        ConversionStep.Link => LinkAt,
        ConversionStep.LastCall => LastCallAt,
        _ => ClosesAt,
    };
}
