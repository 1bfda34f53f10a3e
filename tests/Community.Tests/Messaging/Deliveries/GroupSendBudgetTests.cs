using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class GroupSendBudgetTests
{
    static readonly Gen<(int Day, int Message, DeliveryPriority Priority)> Wishes =
        from day in Gen.Choose(0, 40)
        from message in Gen.Choose(1, 6)
        from priority in Gen.Elements(DeliveryPriority.Sale, DeliveryPriority.Sale, DeliveryPriority.Ordinary)
        select (day, message, priority);

    [Theory]
    [Seeds(1, 20261124)]
    public void Group_gets_at_most_one_group_send_a_day(ulong seed) => Reserve(seed, booked =>
    {
        Assert.All(booked.GroupBy(wish => wish.Day), day => Assert.Single(day.DistinctBy(wish => wish.Key)));
        Assert.All(
            booked.DistinctBy(wish => (wish.Day, wish.Key)).GroupBy(wish => (wish.Day.Year, wish.Day.Month)),
            month => Assert.InRange(month.Count(), 1, DateTime.DaysInMonth(month.Key.Year, month.Key.Month)));
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Only_sale_messages_get_a_group_send(ulong seed) => Reserve(seed, booked => Assert.All(booked, wish => Assert.Equal(DeliveryPriority.Sale, wish.Priority)));

    [Fact]
    public void Delivery_that_reserves_again_keeps_its_group_send()
    {
        var (today, link, closing) = (new DateOnly(2026, 12, 1), Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));

        var booked = new GroupSendBudget().Reserve(link, today);

        Assert.Equal(booked, booked!.Reserve(link, today));
        Assert.Null(booked.Reserve(closing, today));
        Assert.NotNull(booked.Reserve(closing, today.AddDays(1)));
    }

    static void Reserve(ulong seed, Action<IReadOnlyList<(DateOnly Day, string Key, DeliveryPriority Priority)>> holds) => Property.CheckSequences(seed, Wishes, wishes =>
    {
        var budget = new GroupSendBudget();
        List<(DateOnly Day, string Key, DeliveryPriority Priority)> booked = [];
        foreach (var wish in wishes.OrderBy(wish => wish.Day))
        {
            var (day, message) = (new DateOnly(2026, 12, 1).AddDays(wish.Day), Message($"{wish.Priority}-{wish.Message}", wish.Priority));
            if (budget.Reserve(message, day) is not { } after) continue;
            budget = after;
            booked.Add((day, message.Key, wish.Priority));
        }

        holds(booked);
    });

    static Delivery Message(string step, DeliveryPriority priority) =>
        Delivery.From(new NewDelivery("flash-sale-1", step, "tea-1", MemberId: null, ChannelAction.SendToGroup, priority, "好茶", Instants.Evening));
}
