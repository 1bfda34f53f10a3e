using System.Text.Json.Serialization;

namespace Community.Platform.Statistics;

/// <summary>A 95 % confidence interval.</summary>
public sealed record Interval(double Low, double High)
{
    public bool SpansZero => Low <= 0 && High >= 0;
}

public sealed record Proportion(long Hits, [property: JsonPropertyName("of")] long Total)
{
    // The 97.5 % point of the standard normal distribution.
    const double Z = 1.959963984540054;

    public double Share => Total == 0 ? 0 : (double)Hits / Total;

    /// <summary>
    /// The 95 % score interval of Wilson (1927, J. Am. Stat. Assoc. 22, 209-212), within 0 to 1; the whole of 0 to 1
    /// when the total is zero.
    /// </summary>
    public Interval Wilson()
    {
        if (Total == 0) return new Interval(0, 1);
        var (n, p, z2) = ((double)Total, Share, Z * Z);
        var centre = p + (z2 / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        var scale = 1 + (z2 / n);
        return new Interval(
            Hits == 0 ? 0 : (centre - spread) / scale, Hits == Total ? 1 : (centre + spread) / scale);
    }

    /// <summary>
    /// The 95 % interval of this share minus the <paramref name="other"/>: method 10 of Newcombe (1998, Statistics in
    /// Medicine 17, 873-890), from the two Wilson intervals.
    /// </summary>
    public Interval Minus(Proportion other)
    {
        var (a, b, difference) = (Wilson(), other.Wilson(), Share - other.Share);
        return new Interval(
            difference - Math.Sqrt(Square(Share - a.Low) + Square(b.High - other.Share)),
            difference + Math.Sqrt(Square(a.High - Share) + Square(other.Share - b.Low)));
    }

    static double Square(double x) => x * x;
}
