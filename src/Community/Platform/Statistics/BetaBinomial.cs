namespace Community.Platform.Statistics;

/// <summary>
/// How many of <paramref name="Trials"/> succeed where the chance of each is the same unknown one, known as Beta(<paramref name="Alpha"/>,
/// <paramref name="Beta"/>), both above zero.
/// </summary>
public sealed record BetaBinomial(int Trials, double Alpha, double Beta)
{
    /// <summary>The mean.</summary>
    public double Mean => Trials * Alpha / (Alpha + Beta);

    /// <summary>The probabilities of 0 to <see cref="Trials"/> successes.</summary>
    public IReadOnlyList<double> Probabilities()
    {
        // From one to the next by their ratio, as logarithms: the first may be smaller than any double, and their sum is one whatever the first is.
        var logs = new double[Trials + 1];
        for (var k = 0; k < Trials; k++) logs[k + 1] = logs[k] + Math.Log((Trials - k) * (Alpha + k) / ((k + 1) * (Beta + Trials - k - 1)));
        var highest = logs.Max();
        var weights = logs.Select(log => Math.Exp(log - highest)).ToList();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>The smallest count that, with all below it, has at least the probability <paramref name="share"/>.</summary>
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
