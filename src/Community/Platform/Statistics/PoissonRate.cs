namespace Community.Platform.Statistics;

/// <summary>Rates of events a day.</summary>
public static class PoissonRate
{
    // The 97.5 % point of the standard normal distribution.
    const double Z = 1.959963984540054;

    /// <summary>The 95 % score interval of a Poisson rate; <paramref name="days"/> is above zero.</summary>
    public static Interval ConfidenceInterval(long count, double days)
    {
        var centre = count + (Z * Z / 2);
        var spread = Z * Math.Sqrt(count + (Z * Z / 4));
        return new Interval(count == 0 ? 0 : (centre - spread) / days, (centre + spread) / days);
    }

    /// <summary>The 95 % interval of one rate minus another, by the method of variance estimates recovery.</summary>
    public static Interval Minus((double Rate, Interval Interval) a, (double Rate, Interval Interval) b)
    {
        var difference = a.Rate - b.Rate;
        return new Interval(
            difference - Math.Sqrt(Square(a.Rate - a.Interval.Low) + Square(b.Interval.High - b.Rate)),
            difference + Math.Sqrt(Square(a.Interval.High - a.Rate) + Square(b.Rate - b.Interval.Low)));
    }

    static double Square(double x) => x * x;
}
