using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Behaviour;
using Rehearsal.Reports;
using Rehearsal.Runs;

namespace Rehearsal.Tests.Reports;

public class InfluencesTests
{
    [Fact]
    public void Each_assumption_is_played_at_half_and_at_one_and_a_half_within_its_range()
    {
        var variations = Influences.VariationsOf(BehaviourReader.Defaults)
            .GroupBy(variation => variation.Parameter.Name, StringComparer.Ordinal)
            .ToDictionary(
                same => same.Key, same => same.Select(variation => variation.Value).ToList(), StringComparer.Ordinal);

        Assert.Equal(BehaviourReader.Defaults.Parameters.Keys.Order(StringComparer.Ordinal), variations.Keys);
        Assert.Equal([0.15, 0.45], variations["people.completesSharing"], Near);
        Assert.Equal([0.4, 1], variations["people.joinsAfterScan"], Near);
    }

    [Fact]
    public void Five_greatest_changes_come_first()
    {
        var played = Influences.VariationsOf(BehaviourReader.Defaults)
            .Select(variation => (variation, Runs(ChangeOf(variation.Parameter.Name), variation)));

        var influences = Influences.Rank([.. played]).Where(influence => influence.Figure == "joins").ToList();

        Assert.Equal(5, influences.Count);
        Assert.Equal("people.votes", influences[0].Assumption);
        Assert.Equal((0.06, 0.18), (Math.Round(influences[0].LowValue, 2), Math.Round(influences[0].HighValue, 2)));
        Assert.Equal(influences.OrderByDescending(Width), influences);
    }

    [Fact]
    public void Assumption_without_effect_is_left_out()
    {
        var played = Influences.VariationsOf(BehaviourReader.Defaults)
            .Select(variation => (variation, Runs(0, variation)));

        Assert.Empty(Influences.Rank([.. played]));
    }

    static double ChangeOf(string name) => name == "people.votes" ? 1_000 : name.Length;

    static IReadOnlyList<RunResult> Runs(double change, Influences.Variation variation) =>
    [
        SampleRuns.With(1, new RunFigure(
            RehearsalScope.Brand, null, "joins", 100 + (change * variation.Value / variation.Parameter.Value))),
    ];

    static double Width(RehearsalInfluence influence) => Math.Abs(influence.AtHigh - influence.AtLow);

    static bool Near(double a, double b) => Math.Abs(a - b) < 0.0001;
}
