using Community.Insights.Pushes;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// The comparison of an item's texts. <c>winner</c> is the number of a text, or null with the reason.
/// <c>countedUntil</c> is the last local day up to which all pushes are counted; null before the first.
/// </summary>
public sealed record ContentInsightsView(
    string ContentId,
    DateOnly? CountedUntil,
    ComparisonMinimum Minimum,
    IReadOnlyList<VariantView> Variants,
    IReadOnlyList<VariantDifferenceView> Differences,
    int? Winner,
    NoWinnerReason? Reason)
{
    public static ContentInsightsView From(
        string contentId, IReadOnlyList<VariantFigures> variants, DateOnly? countedUntil)
    {
        var comparison = VariantComparison.Of(variants);
        return new ContentInsightsView(
            contentId,
            countedUntil,
            new ComparisonMinimum(VariantComparison.MinGroups, VariantComparison.MinMembers),
            [.. variants.Select(VariantView.From)],
            [.. comparison.Differences.Select(VariantDifferenceView.From)],
            comparison.Winner,
            comparison.Reason);
    }
}

/// <summary>What each text needs before one can win. <c>members</c> counts a member once for each push.</summary>
public sealed record ComparisonMinimum(int Groups, int Members);

/// <summary>A text, with the 95 % interval of its click rate; its bounds are null with fewer than 5 groups.</summary>
public sealed record VariantView(
    int Variant, int Groups, int Pushes, long Members, long UniqueClicks, double? ClickRate, double? Low, double? High)
{
    public static VariantView From(VariantFigures figures)
    {
        var (clicks, interval) = (figures.Clicks, figures.Clicks.ConfidenceInterval());
        return new VariantView(
            figures.Variant,
            clicks.Clusters,
            figures.Pushes,
            clicks.Total,
            clicks.Hits,
            clicks.Total == 0 ? null : clicks.Share,
            interval?.Low,
            interval?.High);
    }
}

/// <summary>The click rate of <c>a</c> minus that of <c>b</c>, with its 95 % interval.</summary>
public sealed record VariantDifferenceView(int A, int B, double Difference, double? Low, double? High)
{
    public static VariantDifferenceView From(VariantDifference difference) => new(
        difference.A, difference.B, difference.Value, difference.Interval?.Low, difference.Interval?.High);
}
