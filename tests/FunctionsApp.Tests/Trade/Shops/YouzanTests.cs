using System.Net;
using Community.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class YouzanTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string Acknowledgement = """{"code":0,"msg":"success"}""";

    static readonly DateTimeOffset PaidAt = new(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("trade_TradePaid")]
    [InlineData("TRADE_TRADEPAID")]
    [InlineData("trade_TradeBuyerPay")]
    public async Task Paid_order_is_recorded_from_message_types_in_any_case(string type)
    {
        var tid = app.NewId("E2026");
        var answer = await app.SendAsync("youzan", ShopSigner.Youzan(type, SampleShopMessages.YouzanOrder(tid)));
        Assert.Equal((HttpStatusCode.OK, Acknowledgement), (answer.Status, answer.Text));
        await app.RunUntilIdleAsync();

        var order = await app.OrderAsync("youzan", tid);
        Assert.Equal(
            (OrderState.Paid, 5_990, "CNY", PaidAt),
            (order.State, order.AmountMinor, order.Currency, order.PaidAt));
        Assert.Equal("LnhGm4rh576452722916618240", order.Buyer.Id);
        Assert.Equal(new OrderItem("410480150", "明前龙井 100g", 2, 5_990), Assert.Single(order.Items));
    }

    [Fact]
    public async Task Refund_with_several_messages_counts_once_and_a_closed_trade_is_cancelled()
    {
        var refund = SampleShopMessages.YouzanRefund("E9", "20261201", "19.90");
        await app.SendYouzanAsync("trade_refund_RefundSuccess", refund);
        Assert.Equal(OrderState.Waiting, (await app.OrderAsync("youzan", "E9")).State);
        await app.SendYouzanAsync("trade_TradePaid", SampleShopMessages.YouzanOrder("E9"));
        await app.SendYouzanAsync("trade_refund_RefundSellerAgree", refund);
        var order = await app.OrderAsync("youzan", "E9");
        Assert.Equal((OrderState.PartlyRefunded, 1_990), (order.State, order.RefundedMinor));

        await app.SendYouzanAsync("trade_TradeClose", SampleShopMessages.YouzanClose("E9"));
        Assert.Equal(OrderState.Cancelled, (await app.OrderAsync("youzan", "E9")).State);
    }

    [Fact]
    public async Task Test_message_is_acknowledged_and_stores_nothing()
    {
        var answer = await app.SendAsync(
            "youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E10"), test: true));
        await app.RunUntilIdleAsync();

        Assert.Equal((HttpStatusCode.OK, Acknowledgement), (answer.Status, answer.Text));
        Assert.False(await app.HasOrderAsync("youzan", "E10"));
    }
}
