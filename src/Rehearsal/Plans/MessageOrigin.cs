using FunctionsApp.Transfer.Documents;

namespace Rehearsal.Plans;

/// <summary>What asked for a message.</summary>
enum OriginKind
{
    Onboarding,
    Campaign,
    Conversion,
    FlashSale,
    Push,

    /// <summary>Farewells, invitations and other messages about a group.</summary>
    Group,
}

/// <summary>
/// The plan behind a message. <paramref name="Key"/> is the key of the delivery and <paramref name="Id"/> the id of the
/// plan; <paramref name="PriceMinor"/> is null where the plan names no price.
/// </summary>
sealed record MessageOrigin(
    OriginKind Kind, string Key, string Id, string Product, long? PriceMinor, ConversionItem? Conversion = null)
{
    const string UnnamedProduct = "商品";
    const string OnboardingPrefix = "onboarding-";
    const string GreetingPrefix = "greeting-";
    const string TargetPrefix = "target-";
    const string ConversionPrefix = "conversion-";
    const string PushPrefix = "push-";
    const string WaveStep = "wave-";

    /// <summary>True for a push of the kind <c>Promotion</c> (广告).</summary>
    public bool IsPromotion { get; init; }

    /// <summary>The id of the conversion or flash sale; null for other messages.</summary>
    public string? PlanId => Kind is OriginKind.Conversion or OriginKind.FlashSale ? Id : null;

    /// <summary>The id of the push; null for other messages.</summary>
    public string? PushId { get; init; }

    /// <summary>The plan behind the delivery with this key to this group.</summary>
    public static MessageOrigin Of(string key, string groupId, RehearsedPlans plans)
    {
        var parts = key.Split(':');
        var (cause, step) = (Unescape(parts[0]), parts.Length > 1 ? parts[1] : "");
        if (cause.StartsWith(PushPrefix, StringComparison.Ordinal))
        {
            return new MessageOrigin(OriginKind.Push, key, "pushes", UnnamedProduct, PriceMinor: null)
            {
                PushId = cause[PushPrefix.Length..],
            };
        }

        if (cause.StartsWith(ConversionPrefix, StringComparison.Ordinal)
            && plans.FindConversion(cause[ConversionPrefix.Length..].Split('~')[0]) is { } conversion)
        {
            return new MessageOrigin(
                OriginKind.Conversion,
                key,
                conversion.Id!,
                conversion.Product?.Name ?? UnnamedProduct,
                conversion.Product?.PriceMinor,
                conversion);
        }

        if (step.StartsWith(WaveStep, StringComparison.Ordinal) && plans.FindFlashSaleOf(groupId) is { } sale)
            return new MessageOrigin(
                OriginKind.FlashSale, key, sale.Id!, sale.Name ?? UnnamedProduct, PriceMinor: null);
        return new MessageOrigin(KindOf(cause), key, groupId, UnnamedProduct, PriceMinor: null);
    }

    static OriginKind KindOf(string cause) => cause switch
    {
        _ when cause.StartsWith(OnboardingPrefix, StringComparison.Ordinal) => OriginKind.Onboarding,
        _ when cause.StartsWith(GreetingPrefix, StringComparison.Ordinal) => OriginKind.Onboarding,
        _ when cause.StartsWith(TargetPrefix, StringComparison.Ordinal) => OriginKind.Campaign,
        _ => OriginKind.Group,
    };

    static string Unescape(string part) =>
        part.Replace("~3a", ":", StringComparison.Ordinal).Replace("~7e", "~", StringComparison.Ordinal);
}
