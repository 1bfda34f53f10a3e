using Community.Platform.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform.Statistics;

public class BetaBinomialTests
{
    static readonly Gen<BetaBinomial> Any =
        from trials in Gen.Choose(0, 500)
        from alpha in Gen.Choose(1, 4000)
        from beta in Gen.Choose(1, 40000)
        select new BetaBinomial(trials, alpha / 20.0, beta / 20.0);

    /// <summary>
    /// Computed with exact fractions in another language from the definition C(n,k) B(a+k, b+n-k) / B(a, b).
    /// </summary>
    public static TheoryData<int, double, double, double, int, int, double, double> Exact => new()
    {
        { 10, 2.0, 3.0, 4.0, 1, 7, 0.06593406593406594, 0.10989010989010989 },
        { 50, 4.0, 46.0, 4.0, 1, 8, 0.05628449442882433, 0.11849367248173542 },
        { 200, 0.5, 49.5, 2.0, 0, 6, 0.44451684389096674, 0.17888001766236086 },
        { 200, 4.0, 46.0, 16.0, 6, 27, 0.0013552203635157506, 0.004425209350255512 },
        { 300, 1.5, 48.5, 9.0, 1, 19, 0.052260866721708515, 0.06767594251732038 },
        { 500, 84.0, 966.0, 40.0, 31, 50, 1.963899808061926e-15, 5.6302929650922114e-14 },
        { 7, 0.5, 0.5, 3.5, 0, 7, 0.20947265625, 0.11279296875 },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void Mean_quantiles_and_probabilities_equal_the_exact_values(
        int trials, double alpha, double beta, double mean, int low, int high, double none, double one)
    {
        var orders = new BetaBinomial(trials, alpha, beta);

        Assert.Equal(mean, orders.Mean, 1e-12);
        Assert.Equal((low, high), (orders.Quantile(0.1), orders.Quantile(0.9)));
        Assert.Equal(none, orders.Probabilities()[0], none * 1e-9);
        Assert.Equal(one, orders.Probabilities()[1], one * 1e-9);
    }

    [Fact]
    public void Flat_prior_makes_every_count_equally_likely() =>
        Assert.All(new BetaBinomial(4, 1, 1).Probabilities(), probability => Assert.Equal(0.2, probability, 1e-12));

    [Theory]
    [Seeds(1, 20261124)]
    public void Probabilities_sum_to_one_and_have_the_mean(ulong seed) => Property.Check(seed, Any, orders =>
    {
        var probabilities = orders.Probabilities();

        Assert.Equal(1, probabilities.Sum(), 1e-9);
        Assert.Equal(orders.Mean, probabilities.Select((probability, count) => probability * count).Sum(), 1e-6);
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Interval_from_the_10_to_the_90_percent_quantile_holds_at_least_80_percent(ulong seed) =>
        Property.Check(seed, Any, orders =>
        {
            var (low, high) = (orders.Quantile(0.1), orders.Quantile(0.9));

            Assert.InRange(low, 0, high);
            Assert.InRange(high, low, orders.Trials);
            Assert.True(orders.Probabilities().Skip(low).Take(high - low + 1).Sum() >= 0.8 - 1e-9);
        });

    [Fact]
    public void Distribution_without_trials_is_zero()
    {
        var orders = new BetaBinomial(0, 1, 9);

        Assert.Equal((0.0, 0, 0), (orders.Mean, orders.Quantile(0.1), orders.Quantile(0.9)));
    }
}
