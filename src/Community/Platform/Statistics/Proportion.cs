namespace Community.Platform.Statistics;

/// <summary>An interval that holds the true value in 95 of 100 cases.</summary>
public sealed record Interval(double Low, double High)
{
    /// <summary>True when the value itself may be zero: the figures say nothing.</summary>
    public bool SpansZero => Low <= 0 && High >= 0;
}

/// <summary>So many of so many.</summary>
public sealed record Proportion(long Hits, long Of)
{
    // The standard normal distribution's 97.5 % point: 95 % lie within it on either side.
    const double Z = 1.959963984540054;

    /// <summary>The share; zero of none.</summary>
    public double Share => Of == 0 ? 0 : (double)Hits / Of;

    /// <summary>
    /// The 95 % score interval of Wilson (1927, J. Am. Stat. Assoc. 22, 209-212), which stays within 0 to 1 and is sound for few and for extreme
    /// shares; of none everything is possible.
    /// </summary>
    public Interval Wilson()
    {
        if (Of == 0) return new Interval(0, 1);
        var (n, p, z2) = ((double)Of, Share, Z * Z);
        var centre = p + (z2 / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return new Interval(Hits == 0 ? 0 : (centre - spread) / (1 + (z2 / n)), Hits == Of ? 1 : (centre + spread) / (1 + (z2 / n)));
    }

    /// <summary>
    /// The 95 % interval of this share less the <paramref name="other"/>: Newcombe's method 10 (1998, Statistics in Medicine 17, 873-890), which
    /// joins the two Wilson intervals.
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
