namespace Community.Platform.Statistics;

/// <summary>
/// The number of successes of <paramref name="Trials"/> whose shared unknown chance has the distribution
/// Beta(<paramref name="Alpha"/>, <paramref name="Beta"/>), both above zero.
/// </summary>
public sealed record BetaBinomial(int Trials, double Alpha, double Beta)
{
    public double Mean => Trials * Alpha / (Alpha + Beta);

    /// <summary>The probabilities of 0 to <see cref="Trials"/> successes.</summary>
    public IReadOnlyList<double> Probabilities()
    {
        // Logarithms of ratios, because the first probability may be smaller than any double.
        var logs = new double[Trials + 1];
        for (var k = 0; k < Trials; k++)
            logs[k + 1] = logs[k] + Math.Log((Trials - k) * (Alpha + k) / ((k + 1) * (Beta + Trials - k - 1)));
        var highest = logs.Max();
        var weights = logs.Select(log => Math.Exp(log - highest)).ToList();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>The smallest count whose cumulative probability is at least <paramref name="share"/>.</summary>
    public int Quantile(double share)
    {
        var probabilities = Probabilities();
        var below = 0.0;
        for (var k = 0; k < Trials; k++)
        {
            below += probabilities[k];
            if (below >= share) return k;
        }

        return Trials;
    }
}
