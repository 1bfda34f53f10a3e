using Community.Platform.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Interval = Community.Platform.Statistics.Interval;

namespace Community.Tests.Platform.Statistics;

public class ProportionTests
{
    static readonly Gen<Proportion> Proportions =
        from of in Gen.Choose(0, 500)
        from hits in Gen.Choose(0, of)
        select new Proportion(hits, of);

    /// <summary>Newcombe (1998), Statistics in Medicine 17, table II, method 10, examples (a) to (h).</summary>
    public static TheoryData<int, int, int, int, double, double> Newcombe => new()
    {
        { 56, 70, 48, 80, 0.0524, 0.3339 },
        { 9, 10, 3, 10, 0.1705, 0.8090 },
        { 6, 7, 2, 7, 0.0582, 0.8062 },
        { 5, 56, 0, 29, -0.0381, 0.1926 },
        { 0, 10, 0, 20, -0.1611, 0.2775 },
        { 0, 10, 0, 10, -0.2775, 0.2775 },
        { 10, 10, 0, 20, 0.6791, 1.0000 },
        { 10, 10, 0, 10, 0.6075, 1.0000 },
    };

    [Theory]
    [MemberData(nameof(Newcombe))]
    public void Difference_has_the_intervals_of_the_published_examples(
        int hits, int of, int otherHits, int otherOf, double low, double high)
    {
        var interval = new Proportion(hits, of).Minus(new Proportion(otherHits, otherOf));

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    /// <summary>Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3 (the score interval).</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Share_has_the_interval_of_the_published_examples(int hits, int of, double low, double high)
    {
        var interval = new Proportion(hits, of).Wilson();

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Interval_contains_its_share_and_lies_between_zero_and_one(ulong seed) =>
        Property.Check(seed, Proportions, proportion =>
        {
            var interval = proportion.Wilson();

            Assert.InRange(proportion.Share, interval.Low - 1e-12, interval.High + 1e-12);
            Assert.InRange(interval.Low, 0, interval.High);
            Assert.InRange(interval.High, interval.Low, 1);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Reversed_difference_has_the_opposite_signs(ulong seed) =>
        Property.Check(seed, from a in Proportions from b in Proportions select (a, b), pair =>
        {
            var (difference, reversed) = (pair.a.Minus(pair.b), pair.b.Minus(pair.a));

            Assert.Equal(difference.Low, -reversed.High, 1e-9);
            Assert.Equal(difference.High, -reversed.Low, 1e-9);
        });

    [Fact]
    public void Proportion_of_zero_has_the_widest_interval()
    {
        Assert.Equal(new Interval(0, 1), new Proportion(0, 0).Wilson());
        Assert.True(new Proportion(0, 0).Minus(new Proportion(50, 100)).SpansZero);
    }
}
