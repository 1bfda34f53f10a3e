using Community.Platform.Statistics;

namespace Community.Selling.Conversions;

/// <summary>
/// What the link brought in one group: <paramref name="Delivered"/> are the members who were there when it was posted (none where it was not),
/// <paramref name="Rate"/> orders for each of them, <paramref name="RevenueMinor"/> without what was refunded, <paramref name="CostMinor"/> what the
/// offer cost the brand for the units sold (null where nobody said what one costs).
/// </summary>
public sealed record ConversionOutcome(int Delivered, int Clicks, int Orders, int Units, long RevenueMinor, double Rate, long? CostMinor)
{
    /// <summary>The outcome of these figures.</summary>
    public static ConversionOutcome From(int delivered, int clicks, int orders, int units, long revenueMinor, Product product) =>
        new(delivered, clicks, orders, units, revenueMinor, delivered == 0 ? 0 : (double)orders / delivered, product.OfferCostMinor * units);

    /// <summary>The outcome of several groups together.</summary>
    public static ConversionOutcome Sum(IReadOnlyCollection<ConversionOutcome> groups, Product product) => From(
        groups.Sum(group => group.Delivered),
        groups.Sum(group => group.Clicks),
        groups.Sum(group => group.Orders),
        groups.Sum(group => group.Units),
        groups.Sum(group => group.RevenueMinor),
        product);
}

/// <summary>
/// How much higher the rate is with the warm-up than without, with its 95 % interval (Newcombe), which takes members for independent of each other.
/// <c>EnoughData</c> is false where the interval spans zero.
/// </summary>
public sealed record Uplift(double Difference, double Low, double High, bool EnoughData)
{
    /// <summary>The uplift; null unless the link was delivered in both arms.</summary>
    public static Uplift? Between(ConversionOutcome warmUp, ConversionOutcome linkOnly)
    {
        if (warmUp.Delivered == 0 || linkOnly.Delivered == 0) return null;
        var (with, without) = (ShareOf(warmUp), ShareOf(linkOnly));
        var interval = with.Minus(without);
        return new Uplift(with.Share - without.Share, interval.Low, interval.High, !interval.SpansZero);
    }

    // Who orders twice is one who orders, as far as a share can tell.
    static Proportion ShareOf(ConversionOutcome outcome) => new(Math.Min(outcome.Orders, outcome.Delivered), outcome.Delivered);
}
