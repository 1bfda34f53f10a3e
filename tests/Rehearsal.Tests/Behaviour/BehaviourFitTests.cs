using Rehearsal.Behaviour;

namespace Rehearsal.Tests.Behaviour;

public class BehaviourFitTests
{
    [Fact]
    public void Qualified_members_completed_the_task()
    {
        var (behaviour, faults) = Fit(
            """[{"graceHours":24,"joins":950,"participants":500,"qualified":400,"target":{"invites":3}}]""");

        Assert.Empty(faults);
        Assert.Equal((400 + (50 * 0.3)) / (950 + 50), behaviour.CompletesSharing, 4);
        Assert.Equal((100 + (50 * 0.15)) / (550 + 50), behaviour.StartsSharing, 4);
        Assert.Contains("400 of 950", behaviour.Parameters["people.completesSharing"].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Clicks_are_fitted_for_groups_with_and_without_a_warm_up()
    {
        var (behaviour, _) = Fit("""
            [{"holdoutShare":0.5,"groups":[
              {"arm":"WarmUp","outcome":{"delivered":200,"clicks":60,"orders":12}},
              {"arm":"Holdout","outcome":{"delivered":200,"clicks":10,"orders":1}},
              {"arm":"WarmUp","outcome":null}]}]
            """);

        Assert.Equal((60 + (50 * 0.15)) / 250, behaviour.ClicksWarmedUp, 4);
        Assert.Equal((10 + (50 * 0.06)) / 250, behaviour.ClicksWithoutWarmUp, 4);
        Assert.Equal((13 + (50 * 0.2)) / 120, behaviour.BuysAfterClick, 4);
    }

    [Fact]
    public void Figures_of_several_campaigns_are_added()
    {
        const string campaign = """{"graceHours":24,"joins":100,"participants":20,"qualified":10,"target":null}""";

        var (behaviour, _) = Fit($"[{campaign},{campaign}]");

        Assert.Equal((40 + (50 * 0.3)) / 250, behaviour.CompletesSharing, 4);
    }

    [Fact]
    public void Campaign_without_joins_changes_nothing() => Assert.Equal(
        BehaviourReader.Defaults.CompletesSharing,
        Fit("""[{"graceHours":24,"joins":0,"participants":0}]""").Behaviour.CompletesSharing);

    [Theory]
    [InlineData("{}", "must be a list of campaigns and conversions.")]
    [InlineData("""[{"name":"x"}]""", "[0]: is neither a campaign nor a conversion.")]
    public void Fault_is_named(string json, string fault) => Assert.Equal([fault], Fit(json).Faults);

    static (PeopleBehaviour Behaviour, List<string> Faults) Fit(string json)
    {
        List<string> faults = [];
        return (BehaviourFit.Fit(BehaviourReader.Defaults, json, faults.Add), faults);
    }
}
