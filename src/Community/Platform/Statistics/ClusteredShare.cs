namespace Community.Platform.Statistics;

/// <summary>
/// A share whose cases come in clusters, such as the members of groups, that resemble each other. It holds sums over
/// the clusters, so that clusters can be added and taken away one at a time.
/// </summary>
/// <param name="Clusters">The clusters that have cases.</param>
/// <param name="Total">The cases of all clusters.</param>
/// <param name="Hits">The hits among them.</param>
/// <param name="TotalSquares">The sum of the squared cases of each cluster.</param>
/// <param name="HitSquares">The sum of the squared hits of each cluster.</param>
/// <param name="Products">The sum of the products of cases and hits of each cluster.</param>
public sealed record ClusteredShare(
    int Clusters, long Total, long Hits, double TotalSquares, double HitSquares, double Products)
{
    /// <summary>With fewer clusters their spread is not known well enough for an interval.</summary>
    public const int MinClusters = 5;

    public static ClusteredShare None { get; } = new(0, 0, 0, 0, 0, 0);

    public double Share => Total == 0 ? 0 : (double)Hits / Total;

    /// <summary>One cluster; <paramref name="hits"/> are at most <paramref name="total"/>.</summary>
    public static ClusteredShare Of(long total, long hits) => total == 0
        ? None
        : new(1, total, hits, (double)total * total, (double)hits * hits, (double)total * hits);

    public ClusteredShare Plus(ClusteredShare other) => new(
        Clusters + other.Clusters,
        Total + other.Total,
        Hits + other.Hits,
        TotalSquares + other.TotalSquares,
        HitSquares + other.HitSquares,
        Products + other.Products);

    public ClusteredShare Minus(ClusteredShare other) => Plus(new(
        -other.Clusters, -other.Total, -other.Hits, -other.TotalSquares, -other.HitSquares, -other.Products));

    /// <summary>
    /// The 95 % interval: Wilson's for the number of independent cases that would vary as much as the clusters do, with
    /// the t distribution of their number (Dean and Pagano 2015, Journal of Survey Statistics and Methodology 3,
    /// 484-503). Null with fewer than <see cref="MinClusters"/> clusters.
    /// </summary>
    public Interval? ConfidenceInterval()
    {
        if (Clusters < MinClusters) return null;
        var t = StudentT.Upper(Clusters - 1) / Proportion.Z;
        return Proportion.Wilson(Share, Total / (DesignEffect() * t * t));
    }

    /// <summary>The 95 % interval of this share minus the other; null without an interval of both.</summary>
    public Interval? DifferenceTo(ClusteredShare other) =>
        ConfidenceInterval() is { } own && other.ConfidenceInterval() is { } others
            ? Interval.OfDifference((Share, own), (other.Share, others))
            : null;

    // The variance of a ratio of sums over clusters (Cochran 1977, Sampling Techniques, 6.3), by that of independent
    // cases. Below one it is chance.
    double DesignEffect()
    {
        var p = Share;
        if (p is 0 or 1) return 1;
        var residuals = HitSquares - (2 * p * Products) + (p * p * TotalSquares);
        var variance = residuals * Clusters / (Clusters - 1) / ((double)Total * Total);
        return Math.Max(1, variance / (p * (1 - p) / Total));
    }
}
