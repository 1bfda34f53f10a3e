namespace Community.Platform.Statistics;

public static class StudentT
{
    /// <summary>
    /// The 97.5 % point of the t distribution, by its expansion about the normal one (Abramowitz and Stegun 1964,
    /// 26.7.5): within 0.01 from 4 <paramref name="degrees"/> of freedom on.
    /// </summary>
    public static double Upper(int degrees)
    {
        const double Z = Proportion.Z;
        var first = (Math.Pow(Z, 3) + Z) / 4;
        var second = ((5 * Math.Pow(Z, 5)) + (16 * Math.Pow(Z, 3)) + (3 * Z)) / 96;
        var third = ((3 * Math.Pow(Z, 7)) + (19 * Math.Pow(Z, 5)) + (17 * Math.Pow(Z, 3)) - (15 * Z)) / 384;
        double n = degrees;
        return Z + (first / n) + (second / (n * n)) + (third / (n * n * n));
    }
}
