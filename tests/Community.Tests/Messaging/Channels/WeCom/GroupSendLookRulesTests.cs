using Community.Messaging.Channels.WeCom;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class GroupSendLookRulesTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(179, 5)]
    [InlineData(180, 30)]
    [InlineData((7 * 24 * 60) - 1, 30)]
    public void Next_look_comes_later_when_the_owner_takes_long(int ageMinutes, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes), GroupSendLookRules.NextAfter(TimeSpan.FromMinutes(ageMinutes)));

    [Fact]
    public void Group_send_of_a_week_ago_is_not_looked_at() =>
        Assert.Null(GroupSendLookRules.NextAfter(TimeSpan.FromDays(7)));
}
