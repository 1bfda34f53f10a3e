using System.Text.Json.Nodes;
using Community.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class ShopifyTests(ShopHost app) : IClassFixture<ShopHost>
{
    static readonly DateTimeOffset PaidAt = new(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Paid_order_and_its_refund_are_recorded()
    {
        await app.SendShopifyAsync("orders/paid", SampleShopMessages.ShopifyOrder(1_001), eventId: "event-1");

        var order = await app.OrderAsync("shopify", "1001");
        Assert.Equal(
            (OrderState.Paid, 5_990, 0, "CNY", PaidAt),
            (order.State, order.AmountMinor, order.RefundedMinor, order.Currency, order.PaidAt));
        Assert.Equal(new("115310627314723954", null), order.Buyer);
        Assert.Equal(
            [new OrderItem("tea-100", "明前龙井 100g", 2, 4_000), new OrderItem("", "茶杯", 1, 1_990)],
            order.Items);
        var paid = Assert.Single(order.Events);
        Assert.Equal(("event-1", "paid", PaidAt), (paid.Id, paid.Type, paid.At));

        await app.SendShopifyAsync("refunds/create", SampleShopMessages.ShopifyRefund(7, 1_001, "19.90"));
        order = await app.OrderAsync("shopify", "1001");
        Assert.Equal((OrderState.PartlyRefunded, 1_990), (order.State, order.RefundedMinor));
    }

    [Fact]
    public async Task Cancelled_order_is_recorded_with_its_payment_and_refund_and_the_refund_counts_once()
    {
        var cancelled = SampleShopMessages.ShopifyOrder(1_002, cancelledAt: "2026-12-01T10:00:00+08:00");
        cancelled["financial_status"] = "refunded";
        cancelled["refunds"] = new JsonArray(SampleShopMessages.ShopifyRefund(8, 1_002, "59.90"));

        await app.SendShopifyAsync("orders/cancelled", cancelled);
        await app.SendShopifyAsync("refunds/create", SampleShopMessages.ShopifyRefund(8, 1_002, "59.90"));

        var order = await app.OrderAsync("shopify", "1002");
        Assert.Equal(
            (OrderState.Refunded, 5_990, 5_990),
            (order.State, order.AmountMinor, order.RefundedMinor));
    }

    [Fact]
    public async Task Unsigned_topic_does_not_cancel_an_order_that_the_body_states_as_paid()
    {
        await app.SendShopifyAsync("orders/cancelled", SampleShopMessages.ShopifyOrder(1_003));

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("shopify", "1003")).State);
    }
}
