using Rehearsal.Behaviour;

namespace Rehearsal.Tests.Behaviour;

public class BehaviourReaderTests
{
    [Fact]
    public void Every_default_has_a_source_and_lies_in_its_range() => Assert.All(
        BehaviourReader.Defaults.Parameters.Values,
        parameter =>
        {
            Assert.InRange(parameter.Value, 0, parameter.Max);
            Assert.NotEmpty(parameter.Source);
        });

    [Fact]
    public void Reports_of_operators_are_the_source_of_sharing()
    {
        var sharing = BehaviourReader.Defaults.Parameters["people.completesSharing"];

        Assert.Equal(0.3, sharing.Value);
        Assert.Contains("operators' reports", sharing.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void File_sets_what_it_names()
    {
        var (behaviour, faults) = Read(
            """{"people":{"completesSharing":0.4,"votes":{"value":0,"source":"our polls"}}}""");

        Assert.Empty(faults);
        Assert.Equal((0.4, "test.json"), Of("people.completesSharing"));
        Assert.Equal((0.0, "our polls"), Of("people.votes"));
        Assert.Equal(BehaviourReader.Defaults.JoinsAfterScan, behaviour.JoinsAfterScan);

        (double Value, string Source) Of(string name) =>
            (behaviour.Parameters[name].Value, behaviour.Parameters[name].Source);
    }

    [Theory]
    [InlineData("""{"people":{"votes":1.01}}""", "people.votes: is 1.01; it must be 0 to 1.")]
    [InlineData("""{"people":{"votes":{"value":-0.1}}}""", "people.votes: is -0.1; it must be 0 to 1.")]
    [InlineData("""{"people":{"votes":"0.1"}}""", "people.votes: must be a number.")]
    [InlineData("""{"people":{"sings":0.1}}""", "people.sings: is no parameter.")]
    [InlineData("""{"people":0.1}""", "people: must be an object.")]
    [InlineData("""{"arrivals":{"hours":[1,1]}}""", "arrivals.hours: must be 24 numbers of 0 to 1, not all of them 0.")]
    [InlineData("[]", "must be an object.")]
    public void Fault_is_named_with_its_path(string json, string fault) => Assert.Equal([fault], Read(json).Faults);

    [Fact]
    public void All_faults_are_named() =>
        Assert.Equal(2, Read("""{"people":{"votes":2},"staff":{"early":-1}}""").Faults.Count);

    [Fact]
    public void Text_that_is_no_json_is_a_fault() =>
        Assert.StartsWith("is not JSON", Assert.Single(Read("{").Faults), StringComparison.Ordinal);

    static (PeopleBehaviour Behaviour, List<string> Faults) Read(string json)
    {
        List<string> faults = [];
        return (BehaviourReader.Read(BehaviourReader.Defaults, json, "test.json", faults.Add), faults);
    }
}
