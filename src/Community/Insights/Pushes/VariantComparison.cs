using Community.Platform.Statistics;

namespace Community.Insights.Pushes;

/// <summary>Why a comparison of texts has no winner.</summary>
public enum NoWinnerReason
{
    /// <summary>The item has one text.</summary>
    OneVariant,

    NotEnoughGroups,

    NotEnoughMembers,

    /// <summary>The interval of a difference to the best text includes zero.</summary>
    NoClearDifference,
}

/// <summary>
/// One text of an item. The clusters of <paramref name="Clicks"/> are groups, its total the members present at each
/// push, its hits their unique clicks.
/// </summary>
public sealed record VariantFigures(int Variant, int Pushes, ClusteredShare Clicks)
{
    public static VariantFigures None(int variant) => new(variant, 0, ClusteredShare.None);

    /// <summary>The figures after one group's count changes.</summary>
    public VariantFigures Replace(ShareCount before, ShareCount after) => this with
    {
        Pushes = Pushes - before.Pushes + after.Pushes,
        Clicks = Clicks
            .Minus(ClusteredShare.Of(before.Members, before.Clicks))
            .Plus(ClusteredShare.Of(after.Members, after.Clicks)),
    };
}

/// <summary>The click rate of text <paramref name="A"/> minus that of <paramref name="B"/>.</summary>
public sealed record VariantDifference(int A, int B, double Value, Interval? Interval);

/// <summary>
/// Compares the texts of an item. A group always gets the same text, so groups and not members are what was assigned,
/// and the intervals follow from the spread among groups.
/// </summary>
public sealed record VariantComparison(
    IReadOnlyList<VariantDifference> Differences, int? Winner, NoWinnerReason? Reason)
{
    /// <summary>The groups that each text needs before one can win.</summary>
    public const int MinGroups = 10;

    /// <summary>The members, counted once for each push, that each text needs.</summary>
    public const int MinMembers = 500;

    public static VariantComparison Of(IReadOnlyList<VariantFigures> variants)
    {
        List<VariantDifference> differences =
        [
            .. from a in variants
               from b in variants
               where a.Variant < b.Variant
               select Difference(a, b),
        ];
        if (variants.Count < 2) return new(differences, null, NoWinnerReason.OneVariant);
        if (variants.Any(variant => variant.Clicks.Clusters < MinGroups))
            return new(differences, null, NoWinnerReason.NotEnoughGroups);
        if (variants.Any(variant => variant.Clicks.Total < MinMembers))
            return new(differences, null, NoWinnerReason.NotEnoughMembers);
        var best = variants.MaxBy(variant => variant.Clicks.Share)!;
        var wins = variants.All(other => other == best || Difference(best, other).Interval?.Low > 0);
        return wins
            ? new(differences, best.Variant, Reason: null)
            : new(differences, null, NoWinnerReason.NoClearDifference);
    }

    static VariantDifference Difference(VariantFigures a, VariantFigures b) =>
        new(a.Variant, b.Variant, a.Clicks.Share - b.Clicks.Share, a.Clicks.DifferenceTo(b.Clicks));
}
