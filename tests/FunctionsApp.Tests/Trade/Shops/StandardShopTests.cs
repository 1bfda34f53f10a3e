using Community.Trade.Orders;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class StandardShopTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Payment_refunds_and_cancellation_are_recorded_in_any_order()
    {
        await app.SendStandardAsync(SampleShopMessages.Refunded("s1", app.Now, 990), "refund-1");
        await app.SendStandardAsync(SampleShopMessages.Refunded("s1", app.Now, 1_000), "refund-2");
        await app.SendStandardAsync(SampleShopMessages.Refunded("s1", app.Now, 990), "refund-1");
        var order = await app.OrderAsync("tea", "s1");
        Assert.Equal((OrderState.Waiting, 0L), (order.State, order.AmountMinor));

        await app.SendStandardAsync(SampleShopMessages.Paid("s1", app.Now, memberId: "u1"));
        order = await app.OrderAsync("tea", "s1");
        Assert.Equal(
            (OrderState.PartlyRefunded, 1_990, "b1", "u1"),
            (order.State, order.RefundedMinor, order.Buyer.Id, order.Buyer.MemberId));

        await app.SendStandardAsync(SampleShopMessages.Cancelled("s1", app.Now));
        Assert.Equal(OrderState.Cancelled, (await app.OrderAsync("tea", "s1")).State);
    }

    [Theory]
    [InlineData("type", null)]
    [InlineData("type", "\"order.danced\"")]
    [InlineData("data", null)]
    [InlineData("data.orderId", null)]
    [InlineData("data.buyer", null)]
    [InlineData("data.amountMinor", "-1")]
    [InlineData("data.amountMinor", "\"5990\"")]
    [InlineData("data.currency", "\"yuan\"")]
    [InlineData("data.items", "{}")]
    [InlineData("data.at", "\"2026-12-01T10:00:00\"")]
    public async Task Invalid_message_is_refused_with_the_field_and_not_stored(string path, string? json)
    {
        var body = SpoiledJson.Replace(SampleShopMessages.Paid("s2", app.Now), path, json);

        ProblemAssert.Names(await app.SendAsync("tea", ShopSigner.Standard(body, app.NewId("msg"), app.Now)), path);

        await app.RunUntilIdleAsync();
        Assert.False(await app.HasOrderAsync("tea", "s2"));
    }
}
