using Community.Trade.Orders;

namespace Community.Tests.Trade.Orders;

public class OrderTests
{
    static readonly Decider<OrderFact, Order, OrderEvent> Rules = new(OrderRules.Decide, OrderRules.Evolve);
    static readonly Order Unheard = new("tea", "1001");
    static readonly DateTimeOffset At = Instants.Evening;
    static readonly Payment Price = new(5_990, "CNY", At, At);

    [Fact]
    public void A_payment_makes_an_order_paid() => Assert.Equal((OrderState.Paid, 5_990, 0), Seen(Rules.Given(Unheard).When(Paid())));

    [Fact]
    public void A_refund_before_its_payment_waits_for_it()
    {
        var waiting = Rules.Given(Unheard).When(Back("r1", 1_000));
        Assert.Equal((OrderState.Waiting, 0, 0), Seen(waiting));

        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_000), Seen(waiting.When(Paid())));
    }

    [Fact]
    public void Several_refunds_add_up_until_all_is_given_back()
    {
        var partly = Rules.Given(Unheard).When(Paid()).When(Back("r1", 1_000)).When(Back("r2", 990));
        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_990), Seen(partly));

        Assert.Equal((OrderState.Refunded, 5_990, 5_990), Seen(partly.When(Back("r3", 4_000))));
    }

    [Fact]
    public void A_repeat_causes_nothing()
    {
        var order = Rules.Given(Unheard).When(Paid()).When(Back("r1", 1_000)).State;

        Rules.Given(order).When(Paid()).ThenNothing();
        Rules.Given(order).When(Back("r1", 1_000)).ThenNothing();
    }

    [Fact]
    public void The_same_refund_by_another_message_is_noted_and_counts_once()
    {
        var order = Rules.Given(Unheard).When(Paid()).When(Back("r1", 1_000)).When(Back("r1", 1_000, message: "another"));

        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_000), Seen(order));
        Assert.Equal(3, order.State.Notices.Count);
    }

    [Fact]
    public void A_refund_in_another_currency_is_not_counted_and_is_told_apart()
    {
        var order = Rules.Given(Unheard).When(Paid()).When(Back("r1", 1_000, currency: "USD"));

        Assert.Equal((OrderState.Paid, 5_990, 0), Seen(order));
        Assert.True(order.State.MixesCurrencies);
    }

    [Fact]
    public void A_cancelled_order_does_not_count_whether_or_not_its_money_came_back()
    {
        var cancelled = new OrderFact.Cancelled("m9", At.AddHours(1), At);

        Assert.Equal((OrderState.Cancelled, 5_990, 0), Seen(Rules.Given(Unheard).When(Paid()).When(cancelled)));
        Assert.Equal((OrderState.Cancelled, 5_990, 90), Seen(Rules.Given(Unheard).When(Paid()).When(Back("r1", 90)).When(cancelled)));
        Assert.Equal((OrderState.Refunded, 5_990, 5_990), Seen(Rules.Given(Unheard).When(cancelled).When(Back("r1", 5_990)).When(Paid())));
    }

    [Fact]
    public void A_later_statement_of_the_payment_counts_in_place_of_an_earlier_one_whichever_came_first()
    {
        var later = new OrderFact.Paid("m2", At, At, Price with { AmountMinor = 4_990, AsOf = At.AddMinutes(5) });

        Assert.Equal(4_990, Rules.Given(Unheard).When(Paid()).When(later).State.AmountMinor);
        Assert.Equal(4_990, Rules.Given(Unheard).When(later).When(Paid()).State.AmountMinor);
    }

    [Fact]
    public void An_order_of_nothing_is_paid() =>
        Assert.Equal((OrderState.Paid, 0, 0), Seen(Rules.Given(Unheard).When(new OrderFact.Paid("m1", At, At, Price with { AmountMinor = 0 }))));

    [Fact]
    public void However_many_refunds_and_messages_come_a_bounded_number_is_kept()
    {
        var order = Unheard;
        for (var i = 0; i < OrderRules.MaxRefunds + 100; i++) order = SampleOrderFacts.Apply(order, Back($"r{i:d3}", 1, message: $"m{i:d3}"));

        Assert.Equal((OrderRules.MaxRefunds, OrderRules.MaxNotices), (order.Refunds.Count, order.Notices.Count));
    }

    static (OrderState State, long Amount, long Refunded) Seen(Decider<OrderFact, Order, OrderEvent>.Outcome outcome) =>
        (outcome.State.State, outcome.State.AmountMinor, outcome.State.RefundedMinor);

    static OrderFact.Paid Paid() => new("m1", At, At, Price);

    static OrderFact.Refunded Back(string refund, long amount, string currency = "CNY", string? message = null) =>
        new(message ?? $"m-{refund}", At.AddMinutes(1), At, new Refund(refund, amount, currency));
}
