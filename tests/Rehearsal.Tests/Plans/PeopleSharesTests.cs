using Rehearsal.Runs;
using Rehearsal.Tests.Goldens;

namespace Rehearsal.Tests.Plans;

public class PeopleSharesTests
{
    [Theory]
    [InlineData("fission-week", 211)]
    [InlineData("flash-night", 1)]
    [InlineData("conversion-two-days", 99_999)]
    public void Everybody_belongs_to_one_campaign_or_group(string golden, int members)
    {
        var shares = PeopleShares.Of(Golden.ReadPlans(golden), members);
        List<PeopleRange> ranges =
            [.. shares.Campaigns.Select(one => one.People), .. shares.Groups.Select(one => one.People)];

        Assert.Equal(
            Enumerable.Range(0, members),
            ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)).Order());
    }

    [Fact]
    public void Groups_of_a_campaign_are_filled_by_it()
    {
        var shares = PeopleShares.Of(Golden.ReadPlans("fission-week"), 210);

        Assert.Equal(110, Assert.Single(shares.Campaigns).People.Count);
        Assert.Equal("tea-3", Assert.Single(shares.Groups).Group.Id);
    }
}
