using Community.Platform.Statistics;

namespace Community.Tests.Platform.Statistics;

public sealed class ClusteredShareTests
{
    [Theory]
    [InlineData(4, 2.776)]
    [InlineData(9, 2.262)]
    [InlineData(19, 2.093)]
    [InlineData(120, 1.980)]
    public void T_distribution_agrees_with_its_table(int degrees, double point) =>
        Assert.Equal(point, StudentT.Upper(degrees), 0.01);

    [Fact]
    public void Interval_of_clusters_that_differ_is_wider_than_that_of_independent_cases()
    {
        var alike = Sum(Enumerable.Repeat((100, 10), 20));
        var different = Sum(Enumerable.Range(0, 20).Select(n => (100, n % 2 == 0 ? 0 : 20)));

        Assert.Equal(alike.Share, different.Share);
        Assert.True(Width(different) > 1.5 * Width(alike));
        Assert.Equal(new Proportion(200, 2000).Wilson().Low, alike.ConfidenceInterval()!.Low, 0.002);
    }

    [Fact]
    public void Interval_covers_the_share_in_95_of_100_trials_of_clusters_that_differ()
    {
        const int Trials = 2_000;
        var covered = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var sample = Sum(Enumerable.Range(0, 20).Select(_ => Cluster(random)));
            if (sample.ConfidenceInterval() is { } interval && interval.Low <= 0.1 && interval.High >= 0.1) covered++;
        }

        Assert.InRange((double)covered / Trials, 0.92, 1);
    }

    [Fact]
    public void Cluster_that_is_taken_away_leaves_the_sums_of_the_others()
    {
        var others = Sum([(80, 3), (120, 9)]);

        Assert.Equal(others, others.Plus(ClusteredShare.Of(50, 7)).Minus(ClusteredShare.Of(50, 7)));
    }

    [Fact]
    public void Few_clusters_have_no_interval() =>
        Assert.Null(Sum(Enumerable.Repeat((100, 10), 4)).ConfidenceInterval());

    [Fact]
    public void Share_of_no_hits_has_an_interval_above_zero()
    {
        var interval = Sum(Enumerable.Repeat((100, 0), 10)).ConfidenceInterval()!;

        Assert.Equal(0, interval.Low);
        Assert.InRange(interval.High, 0.001, 0.01);
    }

    // The rate of a cluster is 0.05 or 0.15.
    static (int Total, int Hits) Cluster(Random random)
    {
        var rate = random.Next(2) == 0 ? 0.05 : 0.15;
        return (100, Enumerable.Range(0, 100).Count(_ => random.NextDouble() < rate));
    }

    static double Width(ClusteredShare share) => share.ConfidenceInterval() is { } interval
        ? interval.High - interval.Low
        : 0;

    static ClusteredShare Sum(IEnumerable<(int Total, int Hits)> clusters) => clusters
        .Aggregate(ClusteredShare.None, (sum, cluster) => sum.Plus(ClusteredShare.Of(cluster.Total, cluster.Hits)));
}
