using System.Net;
using Community.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class WooCommerceTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string Form = "application/x-www-form-urlencoded";

    static readonly DateTimeOffset PaidAt = new(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Each_message_restates_the_order()
    {
        await app.SendWooAsync(SampleShopMessages.WooOrder(2_000, status: "pending", paid: null), "order.created");
        Assert.False(await app.HasOrderAsync("woo", "2000"));

        await app.SendWooAsync(SampleShopMessages.WooOrder(2_000));
        var order = await app.OrderAsync("woo", "2000");
        Assert.Equal(
            (OrderState.Paid, 5_990, "25", PaidAt),
            (order.State, order.AmountMinor, order.Buyer.Id, order.PaidAt));

        await app.SendWooAsync(SampleShopMessages.WooOrder(2_000, refunds: [(5, "-10.00")]));
        await app.SendWooAsync(SampleShopMessages.WooOrder(2_000, refunds: [(5, "-10.00"), (6, "-9.90")]));
        order = await app.OrderAsync("woo", "2000");
        Assert.Equal((OrderState.PartlyRefunded, 1_990), (order.State, order.RefundedMinor));

        await app.SendWooAsync(
            SampleShopMessages.WooOrder(2_000, "refunded", refunds: [(5, "-10.00"), (6, "-9.90"), (7, "-40.00")]));
        Assert.Equal(OrderState.Refunded, (await app.OrderAsync("woo", "2000")).State);
    }

    [Fact]
    public async Task Messages_with_one_delivery_id_are_repeats_only_if_their_bodies_are_equal()
    {
        var cancelled = ShopSigner.Woo(SampleShopMessages.WooOrder(2_001, "cancelled"));
        await app.SendWooAsync(SampleShopMessages.WooOrder(2_001));
        await app.SendMessageAsync("woo", cancelled);
        await app.SendMessageAsync("woo", cancelled);

        var order = await app.OrderAsync("woo", "2001");
        Assert.Equal(OrderState.Cancelled, order.State);
        Assert.Equal(["cancelled", "paid", "paid"], order.Events.Select(one => one.Type).Order());
    }

    [Fact]
    public async Task First_unsigned_ping_is_200_and_stores_nothing()
    {
        var answer = await app.SendAsync("woo", new SignedShopMessage("webhook_id=12"u8.ToArray(), Form));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("woo", "webhook_id=12&a=b"u8, Form));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("woo", "webhook_id=12"u8, "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("shopify", "webhook_id=12"u8, Form));
    }

    Task<HttpStatusCode> StatusAsync(string shop, ReadOnlySpan<byte> body, string contentType) =>
        StatusAsync(shop, new SignedShopMessage(body.ToArray(), contentType));

    async Task<HttpStatusCode> StatusAsync(string shop, SignedShopMessage message) =>
        (await app.SendAsync(shop, message)).Status;
}
