using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Reports;
using Rehearsal.Runs;

namespace Rehearsal.Tests.Reports;

public class PlanComparisonTests
{
    [Fact]
    public void Difference_is_that_of_the_same_seeds()
    {
        var difference = Compare([100, 200, 300], [110, 211, 309]);

        Assert.Equal((200, 210, 10), (difference.This, difference.Other, difference.Difference));
        Assert.InRange(difference.Low, 7, 9);
        Assert.InRange(difference.High, 11, 13);
        Assert.True(difference.IsEnough);
    }

    [Fact]
    public void Difference_that_changes_its_sign_between_seeds_is_not_enough() =>
        Assert.False(Compare([100, 200, 300], [110, 190, 305]).IsEnough);

    [Fact]
    public void One_seed_tells_no_difference() => Assert.False(Compare([100], [900]).IsEnough);

    [Fact]
    public void Same_results_are_no_difference() => Assert.False(Compare([5, 6, 7], [5, 6, 7]).IsEnough);

    [Fact]
    public void Figures_of_one_plan_alone_are_not_compared()
    {
        var other = Runs([1]).Select(run => run with { Figures = [run.Figures[0] with { Id = "another" }] });

        Assert.Empty(PlanComparison.Compare(Runs([1]), "digest", [.. other]).Differences);
    }

    static RehearsalDifference Compare(double[] these, double[] others)
    {
        var comparison = PlanComparison.Compare(Runs(these), "digest", Runs(others));
        Assert.Equal("digest", comparison.PlanDigest);
        return Assert.Single(comparison.Differences);
    }

    static List<RunResult> Runs(double[] joins) =>
    [
        .. joins.Select((value, index) =>
            SampleRuns.With(index + 1, new RunFigure(RehearsalScope.Brand, null, "joins", value))),
    ];
}
