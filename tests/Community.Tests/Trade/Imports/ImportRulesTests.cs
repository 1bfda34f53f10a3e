using Community.Trade.Imports;
using Community.Trade.Orders;

namespace Community.Tests.Trade.Imports;

public class ImportRulesTests
{
    static readonly DateTimeOffset At = Instants.Evening;
    static readonly ImportReference First = new("first", At.AddHours(1));
    static readonly ImportReference Second = new("second", At.AddHours(2));
    static readonly FileStatement Stated = new("1001", 5_990, "CNY", At, RefundedMinor: 0);

    static Order Signed => OrderRules.Record(
        new Order("tea", "1001"), [new OrderFact.Paid("m1", At, At, new Payment(5_990, "CNY", At, At))]);

    [Fact]
    public void Order_without_a_payment_is_missed() =>
        Assert.Equal(new LineComparison(LineOutcome.Missed, Differs: false), ImportRules.Compare(Stated, null, First));

    [Fact]
    public void Order_that_the_shop_signed_is_known() => Assert.Equal(
        new LineComparison(LineOutcome.Known, Differs: false), ImportRules.Compare(Stated, Signed, First));

    [Fact]
    public void Refund_above_those_that_the_shop_signed_is_missed() => Assert.Equal(
        new LineComparison(LineOutcome.Missed, Differs: false),
        ImportRules.Compare(Stated with { RefundedMinor = 1 }, Signed, First));

    [Theory]
    [InlineData(6_000, "CNY")]
    [InlineData(5_990, "JPY")]
    public void Order_that_the_shop_signed_with_other_figures_differs_and_stays(long amount, string currency) =>
        Assert.Equal(
            new LineComparison(LineOutcome.Known, Differs: true),
            ImportRules.Compare(Stated with { AmountMinor = amount, Currency = currency }, Signed, First));

    [Fact]
    public void Same_line_in_a_later_file_is_known() => Assert.Equal(
        new LineComparison(LineOutcome.Known, Differs: false), ImportRules.Compare(Stated, Imported(Stated), Second));

    [Fact]
    public void Other_line_in_a_later_file_corrects_the_earlier_one()
    {
        var expected = new LineComparison(LineOutcome.Corrected, Differs: false);

        Assert.Equal(expected, ImportRules.Compare(Stated with { AmountMinor = 1 }, Imported(Stated), Second));
        Assert.Equal(expected, ImportRules.Compare(Stated with { PaidAt = At.AddDays(-1) }, Imported(Stated), Second));
        Assert.Equal(expected, ImportRules.Compare(Stated with { BuyerId = "b1" }, Imported(Stated), Second));
        Assert.Equal(
            expected, ImportRules.Compare(Stated, Imported(Stated with { RefundedMinor = 90 }), Second));
    }

    [Fact]
    public void Earlier_file_that_is_carried_out_late_differs_and_changes_nothing()
    {
        var order = OrderRules.Record(new Order("tea", "1001"), Stated.FactsOf(Second));
        var late = Stated with { AmountMinor = 1 };

        Assert.Equal(new LineComparison(LineOutcome.Known, Differs: true), ImportRules.Compare(late, order, First));
        Assert.All(late.FactsOf(First), fact => Assert.Empty(OrderRules.Decide(fact, order)));
    }

    static Order Imported(FileStatement stated) => OrderRules.Record(new Order("tea", "1001"), stated.FactsOf(First));
}
