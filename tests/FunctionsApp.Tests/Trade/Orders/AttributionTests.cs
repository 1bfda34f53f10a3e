using System.Text.Json.Nodes;
using Community.Platform;
using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>What led to an order, and who gets the credit.</summary>
public sealed class AttributionTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task An_order_that_carries_a_links_code_is_the_links_and_a_refund_takes_the_credit_back()
    {
        var (offer, member, order) = (app.Conversion(), app.NewId("u"), app.NewId("s"));
        var link = await app.LinkAsync(offer, "tea-1", member);
        var paid = ShopSigner.Standard(app, SampleShopMessages.Paid(order, app.Now, linkCode: link.Code, quantity: 2));

        for (var i = 0; i < 3; i++) await app.SendMessageAsync("tea", paid);

        var seen = await app.OrderAsync("tea", order);
        Assert.Equal(new(AttributionMethod.LinkCode, offer.Id, null, null, "tea-1", member, null), seen.Attribution);
        Assert.Equal(member, seen.Buyer.MemberId);
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(5_990, "CNY")), await app.SoldAsync(offer));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded(order, app.Now, 990)));
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(5_000, "CNY")), await app.SoldAsync(offer));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded(order, app.Now, 5_000)));
        Assert.Equal(OfferTotals.None, await app.SoldAsync(offer));
        Assert.Equal(AttributionMethod.LinkCode, (await app.OrderAsync("tea", order)).Attribution.How);
    }

    [Fact]
    public async Task A_flash_sale_is_named_as_one()
    {
        var offer = new OfferReference(OfferKind.FlashSale, app.NewId("tonight"));
        var (link, order) = (await app.LinkAsync(offer, "tea-1"), app.NewId("s"));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(order, app.Now, linkCode: link.Code, buyer: app.NewId("b"))));

        var seen = await app.OrderAsync("tea", order);
        Assert.Equal((null, offer.Id, null), (seen.Attribution.ConversionId, seen.Attribution.FlashSaleId, seen.Buyer.MemberId));
    }

    [Fact]
    public async Task Each_shop_carries_the_code_in_its_own_place()
    {
        var offer = app.Conversion();
        var code = (await app.LinkAsync(offer, "tea-1")).Code;
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(301, landing: $"/products/tea?utm_source=wx&lc={code}#top"))));
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(302, notes: [new JsonObject { ["name"] = "lc", ["value"] = code }]))));
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(303, code: code))));
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E304", extra: new JsonObject { ["lc"] = code })));
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E305", extra: JsonValue.Create($"{{\"lc\":\"{code}\"}}"))));
        await app.SendMessageAsync("youzan", ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E306", buyerMessages: $"{{\"备注\":\"lc={code}\"}}")));

        Assert.Equal(6, (await app.SoldAsync(offer)).Orders);
    }

    [Theory]
    [InlineData("lc=../../etc")]
    [InlineData("xlc=0123456789")]
    [InlineData("lc=0123456789")]
    [InlineData("")]
    public async Task A_code_that_leads_nowhere_earns_nobody_anything(string query)
    {
        var id = 400 + query.Length;
        await app.SendMessageAsync("shopify", ShopSigner.Shopify("orders/paid", ShopSigner.Bytes(SampleShopMessages.ShopifyOrder(id, landing: $"/?{query}"))));

        Assert.Equal(AttributionMethod.None, (await app.OrderAsync("shopify", $"{id}")).Attribution.How);
    }

    [Theory]
    [InlineData(-71, AttributionMethod.LastClick)]
    [InlineData(-73, AttributionMethod.None)]
    [InlineData(1, AttributionMethod.None)]
    public async Task Without_a_code_the_buyers_last_click_within_three_days_has_the_order(int clickedHours, AttributionMethod how)
    {
        var (offer, member, order) = (app.Conversion(), app.NewId("u"), app.NewId("s"));
        await app.ClickAsync(await app.LinkAsync(offer, "tea-1", member));
        var clicked = app.Now;

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(order, clicked.AddHours(-clickedHours), memberId: member)));

        var seen = (await app.OrderAsync("tea", order)).Attribution;
        Assert.Equal(how, seen.How);
        Assert.Equal(how is AttributionMethod.LastClick ? (offer.Id, member, true) : (null, null, false), (seen.ConversionId, seen.MemberId, seen.ClickAt is not null));
    }

    [Fact]
    public async Task A_buyer_is_known_again_by_the_shops_own_id_once_a_link_has_told_who_they_are()
    {
        var (offer, member, buyer) = (app.Conversion(), app.NewId("u"), app.NewId("b"));
        var link = await app.LinkAsync(offer, "tea-1", member);
        var (first, second, other) = (app.NewId("s"), app.NewId("s"), app.NewId("s"));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(first, app.Now, linkCode: link.Code, buyer: buyer)));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(second, app.Now, buyer: buyer)));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(other, app.Now, buyer: app.NewId("b"))));

        Assert.Equal(member, (await app.OrderAsync("tea", second)).Buyer.MemberId);
        Assert.Null((await app.OrderAsync("tea", other)).Buyer.MemberId);
    }

    [Fact]
    public async Task The_drive_that_brought_the_member_into_the_group_is_named()
    {
        var group = await app.GroupAsync();
        var (campaign, code) = await app.CampaignAsync(group);
        var (member, order) = (app.NewId("u"), app.NewId("s"));
        await app.JoinAsync(group, member, code);
        var link = await app.LinkAsync(app.Conversion(), group, member);

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(order, app.Now, linkCode: link.Code)));

        Assert.Equal(campaign, (await app.OrderAsync("tea", order)).Attribution.CampaignId);
        Assert.Equal(1, await LaterOrdersAsync(campaign));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded(order, app.Now, 5_990)));
        Assert.Equal(0, await LaterOrdersAsync(campaign));
    }

    [Fact]
    public async Task An_order_that_is_restated_with_another_links_code_moves_to_the_other_offer()
    {
        var (one, other) = (app.Conversion(), app.Conversion());
        var (first, second) = (await app.LinkAsync(one, "tea-1"), await app.LinkAsync(other, "tea-1"));
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(SampleShopMessages.WooOrder(501, code: first.Code))));
        Assert.Equal((1, 0), ((await app.SoldAsync(one)).Orders, (await app.SoldAsync(other)).Orders));

        var restated = SampleShopMessages.WooOrder(501, code: second.Code);
        restated["date_modified_gmt"] = "2026-12-01T05:00:00";
        await app.SendMessageAsync("woo", ShopSigner.Woo(ShopSigner.Bytes(restated)));

        Assert.Equal((0, 1), ((await app.SoldAsync(one)).Orders, (await app.SoldAsync(other)).Orders));
    }

    [Fact]
    public async Task Many_orders_at_once_with_repeats_and_refunds_are_each_counted_once()
    {
        var (offer, prefix) = (app.Conversion(), app.NewId("crowd"));
        var link = await app.LinkAsync(offer, "tea-1");
        var random = new Random(20261201);
        var messages = Enumerable.Range(0, 60).SelectMany(i => new[]
        {
            ShopSigner.Standard(app, SampleShopMessages.Paid($"{prefix}-{i}", app.Now, 1_000, link.Code)),
            i % 3 == 0 ? ShopSigner.Standard(app, SampleShopMessages.Refunded($"{prefix}-{i}", app.Now, 400)) : null,
            i % 5 == 0 ? ShopSigner.Standard(app, SampleShopMessages.Cancelled($"{prefix}-{i}", app.Now)) : null,
        }).OfType<SignedShopMessage>().ToList();

        await Task.WhenAll(messages.Concat(messages).OrderBy(_ => random.Next()).Select(message => app.SendAsync("tea", message)));
        await app.RunUntilIdleAsync();

        var counting = Enumerable.Range(0, 60).Where(i => i % 5 != 0).ToList();
        Assert.Equal(new OfferTotals(counting.Count, counting.Count, MoneyByCurrency.Of(counting.Sum(i => i % 3 == 0 ? 600 : 1_000), "CNY")), await app.SoldAsync(offer));
    }

    async Task<int> LaterOrdersAsync(string campaign)
    {
        var compared = (await app.GetAsync($"/api/insights/invitation-modes?a={campaign}&b={campaign}")).Expecting(System.Net.HttpStatusCode.OK);
        return compared.Json.GetProperty("a").GetProperty("counted").GetProperty("laterOrders").GetInt32();
    }
}
