using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>Orders that a shop marks as tests.</summary>
public sealed class TestOrderTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Shopify_order_through_a_test_gateway_is_not_kept()
    {
        var order = SampleShopMessages.ShopifyOrder(9_001);
        order["test"] = true;
        var cancelled = SampleShopMessages.ShopifyOrder(9_001, cancelledAt: "2026-12-01T10:00:00+08:00");
        cancelled["test"] = true;
        var refund = SampleShopMessages.ShopifyRefund(9, 9_001, "19.90");
        foreach (var transaction in refund["transactions"]!.AsArray()) transaction!["test"] = true;

        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(order)));
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/cancelled", ShopSigner.Bytes(cancelled)));
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("refunds/create", ShopSigner.Bytes(refund)));

        Assert.False(await app.HasOrderAsync("shopify", "9001"));
    }

    [Fact]
    public async Task Order_that_says_it_is_no_test_is_kept()
    {
        var order = SampleShopMessages.ShopifyOrder(9_002);
        order["test"] = false;

        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(order)));

        Assert.True(await app.HasOrderAsync("shopify", "9002"));
    }

    [Theory]
    [InlineData("test", false)]
    [InlineData("prod", true)]
    public async Task WooCommerce_order_in_the_test_mode_of_its_payments_is_not_kept(string mode, bool isKept)
    {
        var id = isKept ? 9_003 : 9_004;
        var order = SampleShopMessages.WooOrder(id);
        order["meta_data"]!.AsArray().Add(
            new JsonObject { ["id"] = 9, ["key"] = "_wcpay_mode", ["value"] = mode });

        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(order)));

        Assert.Equal(isKept, await app.HasOrderAsync("woo", $"{id}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Standard_order_that_says_it_is_a_test_is_not_kept(bool isTest)
    {
        var order = app.NewId("s");
        var paid = SampleShopMessages.Paid(order, app.Now);
        paid["data"]!["test"] = isTest;

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, paid));

        Assert.Equal(!isTest, await app.HasOrderAsync("tea", order));
    }
}
