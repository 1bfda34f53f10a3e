using Community.Groups.Members;
using Community.Lifecycle.Onboarding;

namespace Community.Tests.Lifecycle.Onboarding;

public class VeteransTests
{
    static readonly DateTimeOffset Now = Instants.Evening;

    static readonly Member Newcomer = Introduced("new", daysAgo: 0, "茶", "跑步", "摄影");

    [Fact]
    public void Veterans_are_ordered_by_shared_interests_then_by_time_in_the_group_then_by_id()
    {
        Member[] members =
        [
            Introduced("c", daysAgo: 9, "茶"),
            Introduced("b", daysAgo: 9, "茶"),
            Introduced("old", daysAgo: 30, "摄影"),
            Introduced("alike", daysAgo: 8, "跑步", "茶"),
        ];

        var veterans = IntroductionRules.FindVeterans(Newcomer, members, Now);

        Assert.Equal(["alike", "old", "b"], veterans.Select(member => member.MemberId));
    }

    [Fact]
    public void At_most_three_veterans_are_introduced()
    {
        var members = Enumerable.Range(1, 9).Select(number => Introduced($"m{number}", daysAgo: 10, "茶"));

        Assert.Equal(IntroductionRules.MaxVeterans, IntroductionRules.FindVeterans(Newcomer, members, Now).Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Member_of_less_than_a_week_is_not_introduced_as_veteran(int ticksShort, int expected)
    {
        var member = Introduced("m1", daysAgo: 7, "茶");
        member = member with { JoinedAt = member.JoinedAt + TimeSpan.FromTicks(ticksShort) };

        Assert.Equal(expected, IntroductionRules.FindVeterans(Newcomer, [member], Now).Count);
    }

    [Fact]
    public void Veteran_is_present_shares_an_interest_is_introduced_and_is_not_the_newcomer()
    {
        var veteran = Introduced("m1", daysAgo: 10, "茶");

        Assert.Single(IntroductionRules.FindVeterans(Newcomer, [veteran], Now));
        Assert.Empty(IntroductionRules.FindVeterans(
            Newcomer,
            [
                veteran with { LeftAt = Now.AddDays(-1) },
                veteran with { Interests = ["电影"] },
                veteran with { IntroducedAt = null },
                veteran with { MemberId = "new" },
            ],
            Now));
    }

    [Fact]
    public void Member_who_returned_yesterday_is_not_introduced_as_veteran()
    {
        var member = Introduced("m1", daysAgo: 1, "茶") with { LeftAt = Now.AddDays(-2) };

        Assert.Empty(IntroductionRules.FindVeterans(Newcomer, [member], Now));
    }

    [Fact]
    public void Shared_interests_are_in_the_order_of_the_newcomer() =>
        Assert.Equal(
            ["茶", "摄影"],
            IntroductionRules.SharedInterests(Newcomer, Introduced("m1", daysAgo: 10, "摄影", "茶", "电影")));

    static Member Introduced(string id, int daysAgo, params string[] interests) =>
        new("tea-1", id, Name: id, JoinedAt: Now.AddDays(-daysAgo), IntroducedAt: Now.AddDays(-daysAgo))
        {
            Interests = interests,
        };
}
