namespace Rehearsal.Reports;

/// <summary>The mean of a figure over the seeds, and the band that holds 80 % of them.</summary>
sealed record Band(double Mean, double Low, double High)
{
    const double LowQuantile = 0.1;
    const double HighQuantile = 0.9;

    public static Band Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? new Band(0, 0, 0)
            : new Band(
                Round(sorted.Average()),
                Round(Quantile(sorted, LowQuantile)),
                Round(Quantile(sorted, HighQuantile)));
    }

    /// <summary>The quantile by linear interpolation between the values (type 7 of Hyndman and Fan 1996).</summary>
    public static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    // Digits that no reader needs would differ between machines.
    static double Round(double value) => Math.Round(value, 4);
}
