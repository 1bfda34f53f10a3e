using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

public class GroupSendRuleTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    static readonly GroupSendRule Rule = new(GroupSendLimit.Daily, Zone);

    static readonly TimeOnly Noon = new(12, 0);

    static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Group_send_is_kept_for_a_sale_until_the_cutoff()
    {
        Assert.False(IsForPush(new GroupSendBudget(), At(11, 59)));
        Assert.True(IsForPush(new GroupSendBudget(), At(12, 0)));
        Assert.False(IsForPush(new GroupSendBudget(), At(24, 1)));
    }

    [Fact]
    public void Group_send_of_a_sale_is_not_given_to_a_push()
    {
        var taken = ReserveForSale(new GroupSendBudget(), At(9, 0))!;

        Assert.False(IsForPush(taken, At(13, 0)));
        Assert.Null(ReserveForPush(taken, "push-1", At(13, 0)));
        Assert.NotNull(ReserveForPush(taken, "push-1", At(24 + 13, 0)));
    }

    [Fact]
    public void Group_send_of_a_push_is_not_given_to_a_sale_or_another_push()
    {
        var taken = ReserveForPush(new GroupSendBudget(), "push-1", At(13, 0))!;

        Assert.Equal(taken, ReserveForPush(taken, "push-1", At(14, 0)));
        Assert.Null(ReserveForPush(taken, "push-2", At(14, 0)));
        Assert.Null(ReserveForSale(taken, At(14, 0)));
    }

    [Fact]
    public void Group_send_that_a_fast_clock_took_is_given_to_a_push()
    {
        var taken = ReserveForPush(new GroupSendBudget(), "push-1", At(24 * 365, 0).AddHours(13))!;

        Assert.Equal("push-2", ReserveForPush(taken, "push-2", At(13, 0))?.Places.Single().Key);
        Assert.Null(ReserveForPush(taken, "push-2", At(11, 0)));
    }

    static bool IsForPush(GroupSendBudget budget, DateTimeOffset now) =>
        Rule.IsForPush(budget.LeftAt(now, Rule, seen: null), now, Noon);

    static GroupSendBudget? ReserveForPush(GroupSendBudget budget, string key, DateTimeOffset now) =>
        budget.ReserveForPush(key, now, Noon, Rule);

    static GroupSendBudget? ReserveForSale(GroupSendBudget budget, DateTimeOffset now) => budget.Reserve(
        Delivery.From(new NewDelivery(
            "flash-sale-1", "link", "tea-1", null, ChannelAction.SendToGroup, DeliveryPriority.Sale, "好茶", now)),
        now,
        Rule);

    static DateTimeOffset At(int hour, int minute) =>
        new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.FromHours(8)).AddHours(hour).AddMinutes(minute);
}
