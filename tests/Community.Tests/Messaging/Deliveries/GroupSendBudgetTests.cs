using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class GroupSendBudgetTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    static readonly GroupSendRule Daily = new(GroupSendLimit.Daily, Zone);

    static readonly Gen<(int Day, int Message, DeliveryPriority Priority)> Requests =
        from day in Gen.Choose(0, 40)
        from message in Gen.Choose(1, 6)
        from priority in Gen.Elements(Enum.GetValues<DeliveryPriority>())
        select (day, message, priority);

    [Theory]
    [Seeds(1, 20261124)]
    public void Group_gets_at_most_one_group_send_a_day(ulong seed) => Reserve(seed, reserved =>
    {
        Assert.All(reserved.GroupBy(send => send.Day), day => Assert.Single(day.DistinctBy(send => send.Key)));
        Assert.All(
            reserved.DistinctBy(send => (send.Day, send.Key)).GroupBy(send => (send.Day.Year, send.Day.Month)),
            month => Assert.InRange(month.Count(), 1, DateTime.DaysInMonth(month.Key.Year, month.Key.Month)));
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Only_sales_and_pushes_get_a_group_send(ulong seed) => Reserve(seed, reserved =>
        Assert.All(reserved, send => Assert.NotEqual(DeliveryPriority.Ordinary, send.Priority)));

    [Fact]
    public void Delivery_that_reserves_again_keeps_its_group_send()
    {
        var today = new DateOnly(2026, 12, 1);
        var (link, closing) = (Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));

        var reserved = new GroupSendBudget().Reserve(link, Noon(today), Daily);

        Assert.Same(reserved, reserved!.Reserve(link, Noon(today), Daily));
        Assert.Null(reserved.Reserve(closing, Noon(today), Daily));
        Assert.NotNull(reserved.Reserve(closing, Noon(today.AddDays(1)), Daily));
    }

    static void Reserve(
        ulong seed, Action<IReadOnlyList<(DateOnly Day, string Key, DeliveryPriority Priority)>> assert) =>
        Property.CheckSequences(seed, Requests, requests =>
        {
            var budget = new GroupSendBudget();
            List<(DateOnly Day, string Key, DeliveryPriority Priority)> reserved = [];
            foreach (var request in requests.OrderBy(request => request.Day))
            {
                var day = new DateOnly(2026, 12, 1).AddDays(request.Day);
                var message = Message($"{request.Priority}-{request.Message}", request.Priority);
                if (budget.Reserve(message, Noon(day), Daily) is not { } after) continue;
                budget = after;
                reserved.Add((day, message.Key, request.Priority));
            }

            assert(reserved);
        });

    [Fact]
    public void Group_send_that_a_fast_clock_took_is_free_when_the_clock_is_right()
    {
        var (today, nextYear) = (new DateOnly(2026, 12, 1), new DateOnly(2027, 12, 1));
        var (link, closing) = (Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));
        var taken = new GroupSendBudget().Reserve(link, Noon(nextYear), Daily)!;

        var after = taken.Reserve(closing, Noon(today), Daily);

        Assert.Equal([new GroupSendPlace(closing.Key, Noon(today))], after!.Places);
    }

    [Fact]
    public void Group_send_that_is_given_back_is_free_for_another_delivery()
    {
        var noon = Noon(new DateOnly(2026, 12, 1));
        var (link, closing) = (Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));
        var taken = new GroupSendBudget().Reserve(link, noon, Daily)!;

        Assert.Null(taken.Reserve(closing, noon, Daily));
        Assert.Same(taken, taken.Release(closing.Key));
        Assert.NotNull(taken.Release(link.Key).Reserve(closing, noon, Daily));
    }

    [Fact]
    public void Push_without_a_cutoff_gets_no_group_send()
    {
        var push = Message("push", DeliveryPriority.Push) with { GroupSendCutoff = null };

        Assert.Null(new GroupSendBudget().Reserve(push, Noon(new DateOnly(2026, 12, 1)), Daily));
    }

    static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.FromHours(8));

    static Delivery Message(string step, DeliveryPriority priority) => Delivery.From(new NewDelivery(
        "flash-sale-1",
        step,
        "tea-1",
        MemberId: null,
        ChannelAction.SendToGroup,
        priority,
        "好茶",
        Instants.Evening)
    {
        GroupSendCutoff = priority is DeliveryPriority.Push ? new TimeOnly(12, 0) : null,
    });
}
