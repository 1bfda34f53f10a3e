using Community.Groups.Members;
using Community.Lifecycle.Onboarding;

namespace Community.Tests.Lifecycle.Onboarding;

public class VeteransTests
{
    static readonly DateTimeOffset Now = Instants.Evening;

    static readonly Member Newcomer = Introduced("new", daysAgo: 0, "茶", "跑步", "摄影");

    [Fact]
    public void Those_who_share_most_come_first_then_those_who_are_longest_in_the_group_then_by_id()
    {
        Member[] members =
        [
            Introduced("c", daysAgo: 9, "茶"),
            Introduced("b", daysAgo: 9, "茶"),
            Introduced("old", daysAgo: 30, "摄影"),
            Introduced("alike", daysAgo: 8, "跑步", "茶"),
        ];

        Assert.Equal(["alike", "old", "b"], IntroductionRules.FindVeterans(Newcomer, members, Now).Select(member => member.MemberId));
    }

    [Fact]
    public void At_most_three_are_named() => Assert.Equal(
        IntroductionRules.MaxVeterans,
        IntroductionRules.FindVeterans(Newcomer, Enumerable.Range(1, 9).Select(number => Introduced($"m{number}", daysAgo: 10, "茶")), Now).Count);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_veteran_has_been_there_for_a_week_to_the_tick(int ticksShort, int expected)
    {
        var member = Introduced("m1", daysAgo: 7, "茶");

        Assert.Equal(expected, IntroductionRules.FindVeterans(Newcomer, [member with { JoinedAt = member.JoinedAt + TimeSpan.FromTicks(ticksShort) }], Now).Count);
    }

    [Fact]
    public void Nobody_is_introduced_who_has_left_or_shares_nothing_or_never_introduced_themselves_or_is_the_newcomer()
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
    public void Somebody_who_left_and_came_back_yesterday_is_no_veteran() =>
        Assert.Empty(IntroductionRules.FindVeterans(Newcomer, [Introduced("m1", daysAgo: 1, "茶") with { LeftAt = Now.AddDays(-2) }], Now));

    [Fact]
    public void What_both_like_is_told_in_the_newcomers_order() =>
        Assert.Equal(["茶", "摄影"], IntroductionRules.SharedInterests(Newcomer, Introduced("m1", daysAgo: 10, "摄影", "茶", "电影")));

    static Member Introduced(string id, int daysAgo, params string[] interests) =>
        new("tea-1", id, Name: id, JoinedAt: Now.AddDays(-daysAgo), IntroducedAt: Now.AddDays(-daysAgo)) { Interests = interests };
}
