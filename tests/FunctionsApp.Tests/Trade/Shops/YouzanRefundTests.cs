using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Community.Trade.Orders;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Shops;

public sealed class YouzanRefundTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string Settled = "trade_refund_RefundSuccess";

    [Theory]
    [InlineData("refund_state", "1", OrderState.Paid)]
    [InlineData("refund_state", "10", OrderState.Paid)]
    [InlineData("refund_state", "20", OrderState.Paid)]
    [InlineData("refund_state", "\"50\"", OrderState.Paid)]
    [InlineData("refund_state", "60", OrderState.Refunded)]
    [InlineData("refund_state", "\"60\"", OrderState.Refunded)]
    [InlineData("refund_state", "\"SAFE_NEW\"", OrderState.Paid)]
    [InlineData("refund_state", "\"SAFE_FINISHED\"", OrderState.Refunded)]
    [InlineData("refund_state", "\"SAFE_ACCEPT\"", OrderState.Refunded)]
    [InlineData("status", "\"WAIT_SELLER_AGREE\"", OrderState.Paid)]
    [InlineData("status", "\"SUCCESS\"", OrderState.Refunded)]
    public async Task Signed_state_decides_whatever_the_unsigned_type_says(string field, string json, OrderState state)
    {
        var (tid, refund) = await PaidAsync();
        refund[field] = JsonNode.Parse(json);

        await app.SendMessageAsync("youzan", ShopSigner.Youzan(Settled, refund));

        Assert.Equal(state, (await app.OrderAsync("youzan", tid)).State);
    }

    [Fact]
    public async Task Agreement_to_a_return_of_goods_returns_no_money()
    {
        var (tid, refund) = await PaidAsync();
        refund["refund_state"] = "SAFE_ACCEPT";
        refund["refund_type"] = "REFUND_AND_RETURN";

        await app.SendMessageAsync("youzan", ShopSigner.Youzan(Settled, refund));

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("youzan", tid)).State);
    }

    [Fact]
    public async Task Refund_without_a_signed_state_and_type_is_shown_among_the_failures()
    {
        var before = (await app.FailuresAsync("youzan")).GetValueOrDefault(FailureReason.Unreadable);
        var (tid, refund) = await PaidAsync();

        await app.SendMessageAsync("youzan", ShopSigner.Youzan(Settled, refund));

        Assert.Equal(OrderState.Paid, (await app.OrderAsync("youzan", tid)).State);
        Assert.Equal(before + 1, (await app.FailuresAsync("youzan")).GetValueOrDefault(FailureReason.Unreadable));
    }

    [Fact]
    public async Task Type_counts_when_the_header_signs_the_whole_body()
    {
        var (tid, refund) = await PaidAsync();

        await app.SendMessageAsync("youzan", WithHeader(ShopSigner.Youzan("trade_refund_BuyerCreated", refund)));
        Assert.Equal(OrderState.Paid, (await app.OrderAsync("youzan", tid)).State);
        await app.SendMessageAsync("youzan", WithHeader(ShopSigner.Youzan(Settled, refund)));

        Assert.Equal(OrderState.Refunded, (await app.OrderAsync("youzan", tid)).State);
    }

    async Task<(string Tid, JsonObject Refund)> PaidAsync()
    {
        var tid = app.NewId("E");
        await app.SendMessageAsync(
            "youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder(tid)));
        var refund = SampleShopMessages.YouzanRefund(tid, "20261201", "59.90");
        refund.Remove("refund_state");
        return (tid, refund);
    }

    static SignedShopMessage WithHeader(SignedShopMessage message)
    {
#pragma warning disable CA5351 // the shop's own scheme
        var signature = MD5.HashData(
            [
                .. Encoding.UTF8.GetBytes(ShopSigner.YouzanClient),
                .. message.Body,
                .. Encoding.UTF8.GetBytes(ShopSigner.YouzanSecret),
            ]);
#pragma warning restore CA5351
        return message.With("Event-Sign", Convert.ToHexStringLower(signature));
    }
}
