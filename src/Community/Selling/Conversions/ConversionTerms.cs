using System.Text.Json.Serialization;

namespace Community.Selling.Conversions;

/// <summary>What is sold: money in minor units of <paramref name="Currency"/>; no <paramref name="Quantity"/> is as many as anybody wants.</summary>
public sealed record Product(string Name, string Url, long PriceMinor, string Currency, int? Quantity)
{
    /// <summary>What the offer costs the brand for each unit sold, a discount or a gift; null where nobody said.</summary>
    public long? OfferCostMinor { get; init; }
}

/// <summary>The discussion ahead: a topic, a numbered poll (perhaps empty), and why it is nearer or farther than the rule has it (null: it is not).</summary>
public sealed record WarmUp(DateTimeOffset At, string Topic, IReadOnlyList<string> Poll, string? OverrideReason);

/// <summary>The words around the link for each level of interest; null where those of the drive do.</summary>
public sealed record CopyVariants(string? Low, string? Medium, string? High)
{
    /// <summary>The operator's words for the level; null where there are none.</summary>
    public string? ForLevel(InterestLevel level) => level switch
    {
        InterestLevel.Low => Low,
        InterestLevel.Medium => Medium,
        _ => High,
    };
}

/// <summary>All of a conversion that can be changed while it runs.</summary>
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
    /// <summary>The nearest and the farthest that a warm-up stands before the link (DESIGN 5).</summary>
    public static readonly TimeSpan NearestWarmUp = TimeSpan.FromHours(24);

    /// <inheritdoc cref="NearestWarmUp" />
    public static readonly TimeSpan FarthestWarmUp = TimeSpan.FromHours(48);

    /// <summary>What is wrong with the order of the instants: the field and the reason; null when nothing is.</summary>
    [JsonIgnore]
    public (string Field, string Reason)? InstantFault => this switch
    {
        _ when WarmUp.At >= LinkAt => ("linkAt", "must be after warmUp.at."),
        { WarmUp.OverrideReason: null } when LinkAt - WarmUp.At < NearestWarmUp || LinkAt - WarmUp.At > FarthestWarmUp =>
            ("warmUp.at", "must be 24 to 48 hours before linkAt, unless warmUp.overrideReason says why not."),
        _ when ClosesAt <= LinkAt => ("closesAt", "must be after linkAt."),
        _ when LastCallAt <= LinkAt || LastCallAt >= ClosesAt => ("lastCallAt", "must be after linkAt and before closesAt."),
        _ when LastCallAt is null != LastCall is null => (LastCall is null ? "lastCall" : "lastCallAt", "is missing: a last call has an instant and words."),
        _ => null,
    };

    /// <summary>The instant of the step as planned; null for a last call that there is none of.</summary>
    public DateTimeOffset? At(ConversionStep step) => step switch
    {
        ConversionStep.WarmUp => WarmUp.At,
        ConversionStep.Link => LinkAt,
        ConversionStep.LastCall => LastCallAt,
        _ => ClosesAt,
    };
}
