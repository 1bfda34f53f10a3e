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
    public void A_group_gets_one_group_send_a_day_and_no_more_a_month_than_it_has_days(ulong seed) => Reserve(seed, booked =>
    {
        Assert.All(booked.GroupBy(wish => wish.Day), day => Assert.Single(day.DistinctBy(wish => wish.Key)));
        Assert.All(
            booked.DistinctBy(wish => (wish.Day, wish.Key)).GroupBy(wish => (wish.Day.Year, wish.Day.Month)),
            month => Assert.InRange(month.Count(), 1, DateTime.DaysInMonth(month.Key.Year, month.Key.Month)));
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Only_what_sells_gets_one(ulong seed) => Reserve(seed, booked => Assert.All(booked, wish => Assert.Equal(DeliveryPriority.Sale, wish.Priority)));

    [Fact]
    public void A_delivery_that_had_its_place_has_it_when_it_asks_again()
    {
        var (today, link, closing) = (new DateOnly(2026, 12, 1), Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));

        var booked = new GroupSendBudget().Reserve(link, today, Noon(today));

        Assert.Equal(booked, booked!.Reserve(link, today, Noon(today)));
        Assert.Null(booked.Reserve(closing, today, Noon(today)));
        Assert.NotNull(booked.Reserve(closing, today.AddDays(1), Noon(today.AddDays(1))));
    }

    static void Reserve(ulong seed, Action<IReadOnlyList<(DateOnly Day, string Key, DeliveryPriority Priority)>> holds) => Property.CheckSequences(seed, Wishes, wishes =>
    {
        var budget = new GroupSendBudget();
        List<(DateOnly Day, string Key, DeliveryPriority Priority)> booked = [];
        foreach (var wish in wishes.OrderBy(wish => wish.Day))
        {
            var (day, message) = (new DateOnly(2026, 12, 1).AddDays(wish.Day), Message($"{wish.Priority}-{wish.Message}", wish.Priority));
            if (budget.Reserve(message, day, Noon(day)) is not { } after) continue;
            budget = after;
            booked.Add((day, message.Key, wish.Priority));
        }

        holds(booked);
    });

    [Fact]
    public void Group_send_that_a_fast_clock_took_is_free_when_the_clock_is_right()
    {
        var (today, nextYear) = (new DateOnly(2026, 12, 1), new DateOnly(2027, 12, 1));
        var (link, closing) = (Message("link", DeliveryPriority.Sale), Message("closing", DeliveryPriority.Sale));
        var taken = new GroupSendBudget().Reserve(link, nextYear, Noon(nextYear))!;

        var after = taken.Reserve(closing, today, Noon(today));

        Assert.Equal((today, closing.Key), (after?.Day, after?.Key));
    }

    static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.FromHours(8));

    static Delivery Message(string step, DeliveryPriority priority) =>
        Delivery.From(new NewDelivery("flash-sale-1", step, "tea-1", MemberId: null, ChannelAction.SendToGroup, priority, "好茶", Instants.Evening));
}
