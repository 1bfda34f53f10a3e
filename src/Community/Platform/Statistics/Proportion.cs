using System.Text.Json.Serialization;

namespace Community.Platform.Statistics;

/// <summary>A 95 % confidence interval.</summary>
public sealed record Interval(double Low, double High)
{
    public bool SpansZero => Low <= 0 && High >= 0;

    /// <summary>
    /// The 95 % interval of one estimate minus another, from the intervals of both: the method of variance estimates
    /// recovery (Zou and Donner 2008, Statistics in Medicine 27, 1693-1702). For two Wilson intervals it is method 10
    /// of Newcombe (1998, Statistics in Medicine 17, 873-890).
    /// </summary>
    public static Interval OfDifference((double Estimate, Interval Interval) a, (double Estimate, Interval Interval) b)
    {
        var difference = a.Estimate - b.Estimate;
        return new Interval(
            difference - Root(a.Estimate - a.Interval.Low, b.Interval.High - b.Estimate),
            difference + Root(a.Interval.High - a.Estimate, b.Estimate - b.Interval.Low));
    }

    static double Root(double x, double y) => Math.Sqrt((x * x) + (y * y));
}

public sealed record Proportion(long Hits, [property: JsonPropertyName("of")] long Total)
{
    // The 97.5 % point of the standard normal distribution.
    internal const double Z = 1.959963984540054;

    public double Share => Total == 0 ? 0 : (double)Hits / Total;

    /// <summary>
    /// The 95 % score interval of Wilson (1927, J. Am. Stat. Assoc. 22, 209-212), within 0 to 1; the whole of 0 to 1
    /// when the total is zero.
    /// </summary>
    public Interval Wilson() => Wilson(Share, Total);

    /// <summary>The 95 % interval of this share minus the <paramref name="other"/>.</summary>
    public Interval Minus(Proportion other) =>
        Interval.OfDifference((Share, Wilson()), (other.Share, other.Wilson()));

    internal static Interval Wilson(double p, double n)
    {
        if (n <= 0) return new Interval(0, 1);
        var centre = p + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Interval(p <= 0 ? 0 : (centre - spread) / scale, p >= 1 ? 1 : (centre + spread) / scale);
    }
}
