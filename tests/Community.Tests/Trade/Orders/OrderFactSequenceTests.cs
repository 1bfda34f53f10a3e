using Community.Trade.Orders;

namespace Community.Tests.Trade.Orders;

public class OrderFactSequenceTests
{
    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Sequence_and_repetition_of_facts_do_not_change_the_order(ulong seed) =>
        Property.CheckSequences(seed, SampleOrderFacts.Any, facts =>
        {
            var one = SampleOrderFacts.After(facts);
            var other = SampleOrderFacts.After(SampleOrderFacts.InAnotherOrder(facts));

            Assert.Equal(one.Payment, other.Payment);
            Assert.Equal(one.Refunds, other.Refunds);
            Assert.Equal(one.Total, other.Total);
            Assert.Equal(one.ImportedRefunds, other.ImportedRefunds);
            Assert.Equal(one.CancelledAt, other.CancelledAt);
            Assert.Equal(
                (one.State, one.AmountMinor, one.RefundedMinor, one.Counts),
                (other.State, other.AmountMinor, other.RefundedMinor, other.Counts));
            Assert.Equal(
                one.Notices.Select(notice => (notice.Id, notice.Type, notice.IsImported)).Order(),
                other.Notices.Select(notice => (notice.Id, notice.Type, notice.IsImported)).Order());
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Repeated_fact_has_no_effect_at_any_later_time(ulong seed) =>
        Property.CheckSequences(seed, SampleOrderFacts.Any, facts =>
        {
            var order = SampleOrderFacts.After(facts);

            Assert.All(facts, fact => Assert.Empty(OrderRules.Decide(fact, order)));
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Refund_is_between_zero_and_the_payment_and_in_its_currency(ulong seed) =>
        Property.CheckSequences(seed, SampleOrderFacts.Any, facts =>
        {
            var order = new Order("tea", "1001");
            foreach (var fact in facts)
            {
                order = SampleOrderFacts.Apply(order, fact);
                Assert.InRange(order.RefundedMinor, 0, order.AmountMinor);
                var own = order.Refunds
                    .Where(refund => refund.Currency == order.Payment?.Currency)
                    .Sum(refund => refund.AmountMinor);
                var total = order.Total?.Currency == order.Payment?.Currency ? order.Total?.AmountMinor ?? 0 : 0;
                var imported = order.ImportedRefunds?.Currency == order.Payment?.Currency
                    ? order.ImportedRefunds?.AmountMinor ?? 0
                    : 0;
                Assert.True(order.RefundedMinor <= Math.Max(Math.Max(own, total), imported));
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Order_counts_exactly_while_it_is_paid_and_neither_cancelled_nor_refunded_in_full(ulong seed) =>
        Property.CheckSequences(seed, SampleOrderFacts.Any, facts =>
        {
            var order = SampleOrderFacts.After(facts);
            var counts = order.Payment is not null
                && order.CancelledAt is null
                && (order.AmountMinor == 0 || order.RefundedMinor < order.AmountMinor);

            Assert.Equal(counts, order.Counts);
            Assert.Equal(order.Payment is null && order.CancelledAt is null, order.State is OrderState.Waiting);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Payment_signed_by_the_shop_takes_precedence_over_an_imported_one(ulong seed) =>
        Property.CheckSequences(seed, SampleOrderFacts.Any, facts =>
        {
            var signed = facts.OfType<OrderFact.Paid>().Any(paid => !paid.Payment.IsImported);

            Assert.True(!signed || SampleOrderFacts.After(facts).Payment is { IsImported: false });
        });
}
