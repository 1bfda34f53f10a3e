using System.Globalization;

namespace Community.Selling.Conversions;

/// <summary>One changed field by its JSON name. It is final once its step begins.</summary>
public sealed record TermsChange(string Field, ConversionStep FinalFrom, DateTimeOffset? Instant, string Description);

public static class TermsChanges
{
    const int MaxQuote = 60;

    public static IReadOnlyList<TermsChange> ChangesFrom(this ConversionTerms after, ConversionTerms before) =>
    [
        .. Instant("warmUp.at", ConversionStep.WarmUp, before.WarmUp.At, after.WarmUp.At),
        .. Text("warmUp.topic", ConversionStep.WarmUp, before.WarmUp.Topic, after.WarmUp.Topic),
        .. Text(
            "warmUp.poll", ConversionStep.WarmUp, Options(before.WarmUp.Poll), Options(after.WarmUp.Poll)),
        .. Text(
            "warmUp.overrideReason", ConversionStep.Link, before.WarmUp.OverrideReason, after.WarmUp.OverrideReason),
        .. Instant("linkAt", ConversionStep.Link, before.LinkAt, after.LinkAt),
        .. Text("drive", ConversionStep.Link, $"{before.Drive}", $"{after.Drive}"),
        .. Text("copy.low", ConversionStep.Link, before.Copy.Low, after.Copy.Low),
        .. Text("copy.medium", ConversionStep.Link, before.Copy.Medium, after.Copy.Medium),
        .. Text("copy.high", ConversionStep.Link, before.Copy.High, after.Copy.High),
        .. Text("product.name", ConversionStep.Link, before.Product.Name, after.Product.Name),
        .. Text("product.url", ConversionStep.Link, before.Product.Url, after.Product.Url),
        .. Text(
            "product.priceMinor",
            ConversionStep.Link,
            Number(before.Product.PriceMinor),
            Number(after.Product.PriceMinor)),
        .. Text("product.currency", ConversionStep.Link, before.Product.Currency, after.Product.Currency),
        .. Text(
            "product.offerCostMinor",
            ConversionStep.Closing,
            Number(before.Product.OfferCostMinor),
            Number(after.Product.OfferCostMinor)),
        .. Text(
            "product.quantity",
            ConversionStep.Closing,
            Number(before.Product.Quantity),
            Number(after.Product.Quantity)),
        .. Instant("lastCallAt", ConversionStep.LastCall, before.LastCallAt, after.LastCallAt),
        .. Text("lastCall", ConversionStep.LastCall, before.LastCall, after.LastCall),
        .. Instant("closesAt", ConversionStep.Closing, before.ClosesAt, after.ClosesAt),
        .. Text("closing", ConversionStep.Closing, before.Closing, after.Closing),
    ];

    static IEnumerable<TermsChange> Instant(
        string field, ConversionStep step, DateTimeOffset? before, DateTimeOffset? after)
    {
        var description = FormattableString.Invariant($"{field}: {before:O} -> {after:O}");
        return before == after ? [] : [new(field, step, after, description)];
    }

    static IEnumerable<TermsChange> Text(string field, ConversionStep step, string? before, string? after) =>
        before == after ? [] : [new(field, step, null, $"{field}: {Quote(before)} -> {Quote(after)}")];

    static string Options(IEnumerable<string> poll) => string.Join(" / ", poll);

    static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    static string Quote(string? text) => text switch
    {
        null => "-",
        { Length: <= MaxQuote } => text,
        _ => $"{text[..MaxQuote]}…",
    };
}
