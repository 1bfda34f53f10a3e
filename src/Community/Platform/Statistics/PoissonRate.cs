namespace Community.Platform.Statistics;

/// <summary>Rates of events a day.</summary>
public static class PoissonRate
{
    const double Z = Proportion.Z;

    /// <summary>The 95 % score interval of a Poisson rate; <paramref name="days"/> is above zero.</summary>
    public static Interval ConfidenceInterval(long count, double days)
    {
        var centre = count + (Z * Z / 2);
        var spread = Z * Math.Sqrt(count + (Z * Z / 4));
        return new Interval(count == 0 ? 0 : (centre - spread) / days, (centre + spread) / days);
    }
}
