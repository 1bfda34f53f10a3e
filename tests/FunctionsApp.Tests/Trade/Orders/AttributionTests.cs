using System.Net;
using System.Text.Json.Nodes;
using Community.Platform;
using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

public sealed class AttributionTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Order_with_a_link_code_is_credited_once_and_refunds_take_the_credit_back()
    {
        var (offer, member, id) = (app.Conversion(), app.NewId("u"), app.NewId("s"));
        var link = await app.LinkAsync(offer, "tea-1", member);
        var paid = ShopSigner.Standard(
            app, SampleShopMessages.Paid(id, app.Now, linkCode: link.Code, quantity: 2));

        for (var i = 0; i < 3; i++) await app.SendMessageAsync("tea", paid);

        var order = await app.OrderAsync("tea", id);
        Assert.Equal(
            new(AttributionMethod.LinkCode, offer.Id, null, null, "tea-1", member, null),
            order.Attribution);
        Assert.Equal(member, order.Buyer.MemberId);
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(5_990, "CNY")), await app.SoldAsync(offer));

        await app.SendStandardAsync(SampleShopMessages.Refunded(id, app.Now, 990));
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(5_000, "CNY")), await app.SoldAsync(offer));
        await app.SendStandardAsync(SampleShopMessages.Refunded(id, app.Now, 5_000));
        Assert.Equal(OfferTotals.None, await app.SoldAsync(offer));
        Assert.Equal(AttributionMethod.LinkCode, (await app.OrderAsync("tea", id)).Attribution.How);
    }

    [Fact]
    public async Task Order_from_a_flash_sale_names_the_flash_sale()
    {
        var offer = new OfferReference(OfferKind.FlashSale, app.NewId("tonight"));
        var (link, id) = (await app.LinkAsync(offer, "tea-1"), app.NewId("s"));

        await app.SendStandardAsync(
            SampleShopMessages.Paid(id, app.Now, linkCode: link.Code, buyer: app.NewId("b")));

        var order = await app.OrderAsync("tea", id);
        Assert.Equal(
            (null, offer.Id, null),
            (order.Attribution.ConversionId, order.Attribution.FlashSaleId, order.Buyer.MemberId));
    }

    [Fact]
    public async Task Order_from_a_send_of_content_is_credited_to_its_occurrence()
    {
        var offer = new OfferReference(OfferKind.Content, app.NewId("push"));
        var (link, id) = (await app.LinkAsync(offer, "tea-1"), app.NewId("s"));

        await app.SendStandardAsync(
            SampleShopMessages.Paid(id, app.Now, linkCode: link.Code, buyer: app.NewId("b")));

        var order = await app.OrderAsync("tea", id);
        Assert.Equal(
            (offer.Id, null, null),
            (order.Attribution.OccurrenceId, order.Attribution.ConversionId, order.Attribution.FlashSaleId));
        Assert.Equal(1, (await app.SoldAsync(offer)).Orders);
    }

    [Fact]
    public async Task Link_code_is_read_from_each_place_where_a_shop_carries_it()
    {
        var offer = app.Conversion();
        var code = (await app.LinkAsync(offer, "tea-1")).Code;
        var landing = $"/products/tea?utm_source=wx&lc={code}#top";
        await app.SendShopifyAsync("orders/paid", SampleShopMessages.ShopifyOrder(301, landing: landing));
        var note = new JsonObject { ["name"] = "lc", ["value"] = code };
        await app.SendShopifyAsync("orders/paid", SampleShopMessages.ShopifyOrder(302, notes: [note]));
        await app.SendWooAsync(SampleShopMessages.WooOrder(303, code: code));
        JsonNode[] extras = [new JsonObject { ["lc"] = code }, JsonValue.Create($"{{\"lc\":\"{code}\"}}")];
        await app.SendYouzanAsync("trade_TradePaid", SampleShopMessages.YouzanOrder("E304", extra: extras[0]));
        await app.SendYouzanAsync("trade_TradePaid", SampleShopMessages.YouzanOrder("E305", extra: extras[1]));
        var message = $"{{\"备注\":\"lc={code}\"}}";
        await app.SendYouzanAsync(
            "trade_TradePaid", SampleShopMessages.YouzanOrder("E306", buyerMessages: message));

        Assert.Equal(6, (await app.SoldAsync(offer)).Orders);
    }

    [Theory]
    [InlineData("lc=../../etc")]
    [InlineData("xlc=0123456789")]
    [InlineData("lc=0123456789")]
    [InlineData("")]
    public async Task Unknown_link_code_gives_no_credit(string query)
    {
        var id = 400 + query.Length;
        await app.SendShopifyAsync("orders/paid", SampleShopMessages.ShopifyOrder(id, landing: $"/?{query}"));

        Assert.Equal(AttributionMethod.None, (await app.OrderAsync("shopify", $"{id}")).Attribution.How);
    }

    [Theory]
    [InlineData(-71, AttributionMethod.LastClick)]
    [InlineData(-73, AttributionMethod.None)]
    [InlineData(1, AttributionMethod.None)]
    public async Task Order_without_a_code_is_credited_to_the_last_click_of_the_buyer_in_the_72_hours_before(
        int clickedHours,
        AttributionMethod how)
    {
        var (offer, member, id) = (app.Conversion(), app.NewId("u"), app.NewId("s"));
        await app.ClickAsync(await app.LinkAsync(offer, "tea-1", member));
        var paidAt = app.Now.AddHours(-clickedHours);

        await app.SendStandardAsync(SampleShopMessages.Paid(id, paidAt, memberId: member));

        var attribution = (await app.OrderAsync("tea", id)).Attribution;
        Assert.Equal(how, attribution.How);
        Assert.Equal(
            how is AttributionMethod.LastClick ? (offer.Id, member, true) : (null, null, false),
            (attribution.ConversionId, attribution.MemberId, attribution.ClickAt is not null));
    }

    [Fact]
    public async Task Buyer_id_of_the_shop_identifies_the_member_after_an_order_with_the_link_of_the_member()
    {
        var (offer, member, buyer) = (app.Conversion(), app.NewId("u"), app.NewId("b"));
        var link = await app.LinkAsync(offer, "tea-1", member);
        var (first, second, other) = (app.NewId("s"), app.NewId("s"), app.NewId("s"));
        await app.SendStandardAsync(
            SampleShopMessages.Paid(first, app.Now, linkCode: link.Code, buyer: buyer));

        await app.SendStandardAsync(SampleShopMessages.Paid(second, app.Now, buyer: buyer));
        await app.SendStandardAsync(SampleShopMessages.Paid(other, app.Now, buyer: app.NewId("b")));

        Assert.Equal(member, (await app.OrderAsync("tea", second)).Buyer.MemberId);
        Assert.Null((await app.OrderAsync("tea", other)).Buyer.MemberId);
    }

    [Fact]
    public async Task Order_names_the_campaign_that_brought_the_member_into_the_group()
    {
        var group = await app.GroupAsync();
        var (campaign, code) = await app.CampaignAsync(group);
        var (member, id) = (app.NewId("u"), app.NewId("s"));
        await app.JoinAsync(group, member, code);
        var link = await app.LinkAsync(app.Conversion(), group, member);

        await app.SendStandardAsync(SampleShopMessages.Paid(id, app.Now, linkCode: link.Code));

        Assert.Equal(campaign, (await app.OrderAsync("tea", id)).Attribution.CampaignId);
        Assert.Equal(1, await LaterOrdersAsync(campaign));
        await app.SendStandardAsync(SampleShopMessages.Refunded(id, app.Now, 5_990));
        Assert.Equal(0, await LaterOrdersAsync(campaign));
    }

    [Fact]
    public async Task Restated_order_with_the_code_of_another_link_moves_to_the_other_offer()
    {
        var (one, other) = (app.Conversion(), app.Conversion());
        var (first, second) = (await app.LinkAsync(one, "tea-1"), await app.LinkAsync(other, "tea-1"));
        await app.SendWooAsync(SampleShopMessages.WooOrder(501, code: first.Code));
        Assert.Equal((1, 0), ((await app.SoldAsync(one)).Orders, (await app.SoldAsync(other)).Orders));

        var restated = SampleShopMessages.WooOrder(501, code: second.Code);
        restated["date_modified_gmt"] = "2026-12-01T05:00:00";
        await app.SendWooAsync(restated);

        Assert.Equal((0, 1), ((await app.SoldAsync(one)).Orders, (await app.SoldAsync(other)).Orders));
    }

    [Fact]
    public async Task Concurrent_orders_with_repeats_refunds_and_cancellations_are_each_counted_once()
    {
        var (offer, prefix) = (app.Conversion(), app.NewId("crowd"));
        var link = await app.LinkAsync(offer, "tea-1");
        var random = new Random(20261201);
        IEnumerable<JsonObject> MessagesOf(int i)
        {
            var id = $"{prefix}-{i}";
            yield return SampleShopMessages.Paid(id, app.Now, 1_000, link.Code);
            if (i % 3 == 0) yield return SampleShopMessages.Refunded(id, app.Now, 400);
            if (i % 5 == 0) yield return SampleShopMessages.Cancelled(id, app.Now);
        }

        var messages = Enumerable.Range(0, 60)
            .SelectMany(MessagesOf)
            .Select(message => ShopSigner.Standard(app, message))
            .ToList();

        var shuffled = messages.Concat(messages).OrderBy(_ => random.Next());
        await Task.WhenAll(shuffled.Select(message => app.SendAsync("tea", message)));
        await app.RunUntilIdleAsync();

        var counted = Enumerable.Range(0, 60).Where(i => i % 5 != 0).ToList();
        var revenue = counted.Sum(i => i % 3 == 0 ? 600 : 1_000);
        var expected = new OfferTotals(counted.Count, counted.Count, MoneyByCurrency.Of(revenue, "CNY"));
        Assert.Equal(expected, await app.SoldAsync(offer));
    }

    async Task<int> LaterOrdersAsync(string campaign)
    {
        var comparison = (await app.GetAsync($"/api/insights/invitation-modes?a={campaign}&b={campaign}"))
            .Expecting(HttpStatusCode.OK);
        return comparison.Json.GetProperty("a").GetProperty("counted").GetProperty("laterOrders").GetInt32();
    }
}
