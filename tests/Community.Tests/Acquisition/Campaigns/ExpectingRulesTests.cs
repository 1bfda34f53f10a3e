using Community.Acquisition.Campaigns;
using Community.Groups.Members;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Campaigns;

public class ExpectingRulesTests
{
    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly Campaign Sample =
        new("drive-1", "双十一", CampaignMode.PosterShare, Opens, Opens.AddDays(3), ["a"], Opens);

    static readonly Gen<Member> Members =
        from id in Gen.Choose(0, 9)
        from joined in Gen.Choose(-24, 96)
        from left in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 48).Select(hours => (int?)hours))
        let joinedAt = Opens.AddHours(joined)
        select new Member("a", $"m{id}", JoinedAt: joinedAt, LeftAt: left is { } stay ? joinedAt.AddHours(stay) : null);

    [Theory]
    [InlineData(0, null, false, true)]
    [InlineData(71, null, false, true)]
    [InlineData(-1, null, false, false)]
    [InlineData(72, null, false, false)]
    [InlineData(1, 2, false, false)]
    [InlineData(1, null, true, false)]
    public void Member_expects_something_who_came_in_time_stays_and_brought_nobody(
        int joinedAfter, int? leftAfter, bool isSharer, bool expects)
    {
        var member = new Member("a", "m1", JoinedAt: Opens.AddHours(joinedAfter));
        if (leftAfter is { } hours) member = member with { LeftAt = Opens.AddHours(hours) };

        HashSet<string> sharers = isSharer ? ["m1"] : [];

        var found = Find([member], sharers);

        Assert.Equal(expects, found.Contains(member));
    }

    [Theory]
    [Seeds(1, 20261128)]
    public void Nobody_who_left_or_shared_is_found_and_more_sharers_never_add_anyone(ulong seed) =>
        Property.Check(seed, Members.ListOf().Zip(Gen.Choose(0, 9).ListOf()), input =>
        {
            var members = input.Item1.DistinctBy(member => member.MemberId).ToList();
            var sharers = input.Item2.Select(id => $"m{id}").ToHashSet();

            var found = Find(members, sharers);

            Assert.All(found, member => Assert.True(member.IsPresent && !sharers.Contains(member.MemberId)));
            Assert.Subset(
                Find(members, new HashSet<string>()).ToHashSet(), found.ToHashSet());
            Assert.Equal(found.OrderBy(member => member.JoinedAt).Select(member => member.JoinedAt),
                found.Select(member => member.JoinedAt));
        });

    static IReadOnlyList<Member> Find(IEnumerable<Member> members, IReadOnlySet<string> sharers) =>
        ExpectingRules.Find(ExpectingRules.FindNewcomers(Sample, members), sharers);
}
