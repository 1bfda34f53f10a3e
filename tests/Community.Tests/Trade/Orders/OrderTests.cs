using Community.Trade.Orders;

namespace Community.Tests.Trade.Orders;

public class OrderTests
{
    static readonly Decider<OrderFact, Order, OrderEvent> Rules = new(OrderRules.Decide, OrderRules.Evolve);

    static readonly Order New = new("tea", "1001");

    static readonly DateTimeOffset At = Instants.Evening;

    static readonly Payment Price = new(5_990, "CNY", At, At);

    [Fact]
    public void Payment_makes_the_order_paid() =>
        Assert.Equal((OrderState.Paid, 5_990, 0), Summary(Rules.Given(New).When(Paid())));

    [Fact]
    public void Refund_before_its_payment_waits_for_it()
    {
        var waiting = Rules.Given(New).When(Refunded("r1", 1_000));
        Assert.Equal((OrderState.Waiting, 0, 0), Summary(waiting));

        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_000), Summary(waiting.When(Paid())));
    }

    [Fact]
    public void Refunds_add_up_until_the_order_is_refunded()
    {
        var partly = Rules.Given(New).When(Paid()).When(Refunded("r1", 1_000)).When(Refunded("r2", 990));
        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_990), Summary(partly));

        Assert.Equal((OrderState.Refunded, 5_990, 5_990), Summary(partly.When(Refunded("r3", 4_000))));
    }

    [Fact]
    public void Repeated_fact_has_no_effect()
    {
        var order = Rules.Given(New).When(Paid()).When(Refunded("r1", 1_000)).State;

        Rules.Given(order).When(Paid()).ThenNothing();
        Rules.Given(order).When(Refunded("r1", 1_000)).ThenNothing();
    }

    [Fact]
    public void Refund_reported_by_two_messages_counts_once()
    {
        var order = Rules.Given(New)
            .When(Paid())
            .When(Refunded("r1", 1_000))
            .When(Refunded("r1", 1_000, message: "another"));

        Assert.Equal((OrderState.PartlyRefunded, 5_990, 1_000), Summary(order));
        Assert.Equal(3, order.State.Notices.Count);
    }

    [Fact]
    public void Refund_in_another_currency_does_not_count_and_is_marked()
    {
        var order = Rules.Given(New).When(Paid()).When(Refunded("r1", 1_000, currency: "USD"));

        Assert.Equal((OrderState.Paid, 5_990, 0), Summary(order));
        Assert.True(order.State.MixesCurrencies);
    }

    [Fact]
    public void Cancelled_order_is_shown_as_cancelled_unless_it_is_refunded_in_full()
    {
        var cancelled = new OrderFact.Cancelled("m9", At.AddHours(1), At);

        Assert.Equal((OrderState.Cancelled, 5_990, 0), Summary(Rules.Given(New).When(Paid()).When(cancelled)));
        Assert.Equal(
            (OrderState.Cancelled, 5_990, 90),
            Summary(Rules.Given(New).When(Paid()).When(Refunded("r1", 90)).When(cancelled)));
        Assert.Equal(
            (OrderState.Refunded, 5_990, 5_990),
            Summary(Rules.Given(New).When(cancelled).When(Refunded("r1", 5_990)).When(Paid())));
    }

    [Fact]
    public void Latest_statement_of_the_payment_counts_in_any_order_of_arrival()
    {
        var later = new OrderFact.Paid("m2", At, At, Price with { AmountMinor = 4_990, AsOf = At.AddMinutes(5) });

        Assert.Equal(4_990, Rules.Given(New).When(Paid()).When(later).State.AmountMinor);
        Assert.Equal(4_990, Rules.Given(New).When(later).When(Paid()).State.AmountMinor);
    }

    [Fact]
    public void Order_with_amount_zero_is_paid()
    {
        var paid = new OrderFact.Paid("m1", At, At, Price with { AmountMinor = 0 });

        Assert.Equal((OrderState.Paid, 0, 0), Summary(Rules.Given(New).When(paid)));
    }

    [Fact]
    public void Number_of_kept_refunds_and_messages_is_bounded()
    {
        var order = New;
        for (var i = 0; i < OrderRules.MaxRefunds + 100; i++)
            order = SampleOrderFacts.Apply(order, Refunded($"r{i:d3}", 1, message: $"m{i:d3}"));

        Assert.Equal((OrderRules.MaxRefunds, OrderRules.MaxNotices), (order.Refunds.Count, order.Notices.Count));
    }

    static (OrderState State, long Amount, long Refunded) Summary(
        Decider<OrderFact, Order, OrderEvent>.Outcome outcome) =>
        (outcome.State.State, outcome.State.AmountMinor, outcome.State.RefundedMinor);

    static OrderFact.Paid Paid() => new("m1", At, At, Price);

    static OrderFact.Refunded Refunded(string refund, long amount, string currency = "CNY", string? message = null) =>
        new(message ?? $"m-{refund}", At.AddMinutes(1), At, new Refund(refund, amount, currency));
}
