using Community.Platform;
using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The body of <c>PATCH /api/conversions/{id}</c>. Absent fields do not change; null clears a field that the creation
/// does not require. <c>by</c> is the name for the audit.
/// </summary>
public sealed record EditConversionRequest(
    Optional<EditProductRequest?> Product = default,
    Optional<EditWarmUpRequest?> WarmUp = default,
    Optional<DateTimeOffset?> LinkAt = default,
    Optional<DateTimeOffset?> ClosesAt = default,
    Optional<string?> Closing = default,
    Optional<string?> Drive = default,
    Optional<EditCopyRequest?> Copy = default,
    Optional<DateTimeOffset?> LastCallAt = default,
    Optional<string?> LastCall = default,
    string? By = null)
{
    /// <summary>The terms after the edit.</summary>
    public ConversionTerms ApplyTo(ConversionTerms terms) => new(
        Drive.IsPresent ? CreateConversionRequest.DriveOf(Drive.Value) : terms.Drive,
        Product.Value?.ApplyTo(terms.Product) ?? terms.Product,
        WarmUp.Value?.ApplyTo(terms.WarmUp) ?? terms.WarmUp,
        LinkAt.Value ?? terms.LinkAt,
        Copy.IsNull ? new CopyVariants(null, null, null) : Copy.Value?.ApplyTo(terms.Copy) ?? terms.Copy,
        LastCallAt.Or(terms.LastCallAt),
        LastCall.Or(terms.LastCall),
        ClosesAt.Value ?? terms.ClosesAt,
        Closing.Value ?? terms.Closing);
}

public sealed record EditProductRequest(
    Optional<string?> Name = default,
    Optional<string?> Url = default,
    Optional<long?> PriceMinor = default,
    Optional<string?> Currency = default,
    Optional<int?> Quantity = default,
    Optional<long?> OfferCostMinor = default)
{
    public Product ApplyTo(Product product) => product with
    {
        Name = Name.Value ?? product.Name,
        Url = WebUrl.Normalize(Url.Value) ?? product.Url,
        PriceMinor = PriceMinor.Value ?? product.PriceMinor,
        Currency = Currency.Value ?? product.Currency,
        Quantity = Quantity.Or(product.Quantity),
        OfferCostMinor = OfferCostMinor.Or(product.OfferCostMinor),
    };
}

public sealed record EditWarmUpRequest(
    Optional<DateTimeOffset?> At = default,
    Optional<string?> Topic = default,
    Optional<IReadOnlyList<string>?> Poll = default,
    Optional<string?> OverrideReason = default)
{
    public WarmUp ApplyTo(WarmUp warmUp) => new(
        At.Value ?? warmUp.At,
        Topic.Value ?? warmUp.Topic,
        Poll.Or(warmUp.Poll) ?? [],
        OverrideReason.Or(warmUp.OverrideReason));
}

public sealed record EditCopyRequest(
    Optional<string?> Low = default, Optional<string?> Medium = default, Optional<string?> High = default)
{
    public CopyVariants ApplyTo(CopyVariants copy) => new(Low.Or(copy.Low), Medium.Or(copy.Medium), High.Or(copy.High));
}
