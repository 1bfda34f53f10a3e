using Community.Insights.Pushes;
using Community.Platform.Statistics;

namespace Community.Tests.Insights.Pushes;

public sealed class VariantComparisonTests
{
    [Fact]
    public void Clearly_better_text_wins_above_the_minimum()
    {
        var comparison = VariantComparison.Of([Variant(1, groups: 12, clicks: 4), Variant(2, groups: 12, clicks: 15)]);

        Assert.Equal((2, null), (comparison.Winner, comparison.Reason));
        var difference = Assert.Single(comparison.Differences);
        Assert.Equal(-0.11, difference.Value, 0.001);
        Assert.True(difference.Interval!.High < 0);
    }

    [Theory]
    [InlineData(9, 60, 15, NoWinnerReason.NotEnoughGroups)]
    [InlineData(12, 40, 15, NoWinnerReason.NotEnoughMembers)]
    [InlineData(12, 100, 5, NoWinnerReason.NoClearDifference)]
    public void There_is_no_winner_without_enough_evidence(int groups, int members, int clicks, NoWinnerReason reason)
    {
        var comparison = VariantComparison.Of([Variant(1, groups, 4, members), Variant(2, groups, clicks, members)]);

        Assert.Equal((null, reason), (comparison.Winner, comparison.Reason));
    }

    [Fact]
    public void Difference_that_two_groups_make_alone_is_no_winner()
    {
        // The same total of clicks as twelve groups with 15 each.
        var two = Enumerable.Range(0, 12).Aggregate(ClusteredShare.None, (sum, group) =>
            sum.Plus(ClusteredShare.Of(100, group < 2 ? 90 : 0)));

        var comparison = VariantComparison.Of([Variant(1, groups: 12, clicks: 4), new VariantFigures(2, 12, two)]);

        Assert.Equal(NoWinnerReason.NoClearDifference, comparison.Reason);
    }

    [Fact]
    public void Texts_that_are_equally_good_win_in_at_most_5_of_100_trials()
    {
        const int Trials = 1_000;
        var winners = Enumerable.Range(0, Trials).Count(seed =>
        {
            var random = new Random(seed);
            return VariantComparison.Of([Random(1, random), Random(2, random)]).Winner is not null;
        });

        Assert.InRange(winners, 1, Trials * 0.06);
    }

    [Fact]
    public void Item_with_one_text_is_not_compared() =>
        Assert.Equal(NoWinnerReason.OneVariant, VariantComparison.Of([Variant(1, groups: 12, clicks: 4)]).Reason);

    [Fact]
    public void Day_that_is_counted_again_replaces_what_was_counted_of_it()
    {
        var day = new DateOnly(2026, 12, 1);
        var share = GroupShare.None.Count(day, ShareCount.Of(100, 5)).Count(day.AddDays(1), ShareCount.Of(90, 3));

        Assert.Equal(new ShareCount(2, 190, 11), share.Count(day, ShareCount.Of(100, 8)).Total);
        Assert.Equal(share.Total, share.Count(day, ShareCount.Of(100, 5)).Total);
    }

    [Fact]
    public void Old_days_of_a_group_are_added_up()
    {
        var share = Enumerable.Range(0, 200).Aggregate(GroupShare.None, (sum, day) =>
            sum.Count(new DateOnly(2026, 12, 1).AddDays(day), ShareCount.Of(100, 5)));

        Assert.Equal(new ShareCount(200, 20_000, 1_000), share.Total);
        Assert.InRange(share.Days.Count, 40, 61);
    }

    [Fact]
    public void Clicks_beyond_the_members_do_not_count() =>
        Assert.Equal(20, ShareCount.Of(members: 20, uniqueClicks: 35).Clicks);

    static VariantFigures Variant(int number, int groups, int clicks, int members = 100) => new(
        number,
        groups,
        Enumerable.Repeat(ClusteredShare.Of(members, clicks), groups).Aggregate((sum, group) => sum.Plus(group)));

    static VariantFigures Random(int number, Random random) => new(
        number,
        12,
        Enumerable.Range(0, 12)
            .Select(_ => ClusteredShare.Of(100, random.Next(0, 20)))
            .Aggregate((sum, group) => sum.Plus(group)));
}
