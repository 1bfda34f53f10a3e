using Community.Platform;
using Community.Platform.Statistics;
using Community.Selling.Offers;

namespace Community.Selling.Conversions;

/// <summary>
/// The result of the link in one group. <paramref name="Delivered"/> is the number of members present when it was
/// posted (0 where it was not), <paramref name="Rate"/> orders per delivered member. Revenue is net of refunds;
/// <paramref name="RevenueMinor"/> is null when orders are in several currencies. <paramref name="CostMinor"/> is the
/// brand's cost of the offer in the product's currency, and null when its unit cost is unknown.
/// </summary>
public sealed record ConversionOutcome(
    int Delivered,
    int Clicks,
    int Orders,
    int Units,
    long? RevenueMinor,
    MoneyByCurrency RevenueByCurrency,
    double Rate,
    long? CostMinor)
{
    public static ConversionOutcome From(int delivered, int clicks, OfferTotals sold, Product product)
    {
        var rate = delivered == 0 ? 0 : (double)sold.Orders / delivered;
        var cost = product.OfferCostMinor * sold.Units;
        return new(
            delivered, clicks, sold.Orders, sold.Units, sold.Revenue.Single, sold.Revenue, rate, cost);
    }

    public static ConversionOutcome Sum(IReadOnlyCollection<ConversionOutcome> groups, Product product) => From(
        groups.Sum(group => group.Delivered),
        groups.Sum(group => group.Clicks),
        new OfferTotals(
            groups.Sum(group => group.Orders),
            groups.Sum(group => group.Units),
            groups.Aggregate(MoneyByCurrency.None, (sum, group) => sum.Add(group.RevenueByCurrency))),
        product);
}

/// <summary>
/// The rate with warm-up minus the rate without, with its 95 % interval (Newcombe, members taken as independent).
/// <paramref name="EnoughData"/> is false when the interval spans zero.
/// </summary>
public sealed record Uplift(double Difference, double Low, double High, bool EnoughData)
{
    /// <summary>Null unless the link was delivered in both arms.</summary>
    public static Uplift? From(ConversionOutcome warmUp, ConversionOutcome linkOnly)
    {
        if (warmUp.Delivered == 0 || linkOnly.Delivered == 0) return null;
        var (with, without) = (ShareOf(warmUp), ShareOf(linkOnly));
        var interval = with.Minus(without);
        return new Uplift(with.Share - without.Share, interval.Low, interval.High, !interval.SpansZero);
    }

    // A member may order twice, and a share cannot exceed one.
    static Proportion ShareOf(ConversionOutcome outcome) =>
        new(Math.Min(outcome.Orders, outcome.Delivered), outcome.Delivered);
}
