using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using FunctionsApp.Tests.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>Orders without a code, by members who clicked links of their own.</summary>
public sealed class LastClickTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Click_after_the_payment_does_not_hide_the_one_before()
    {
        var (before, after, member) = (app.Conversion(), app.Conversion(), app.NewId("u"));
        await app.ClickAsync(await app.LinkAsync(before, "tea-1", member));
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        var paidAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        await app.ClickAsync(await app.LinkAsync(after, "tea-1", member));

        var order = await PayAsync(paidAt, memberId: member);

        await AssertLastClickAsync(order, before, member);
        Assert.Equal((1, 0), ((await app.SoldAsync(before)).Orders, (await app.SoldAsync(after)).Orders));
    }

    [Theory]
    [InlineData(72, true)]
    [InlineData(73, false)]
    public async Task Window_is_judged_at_the_instant_of_the_payment_however_late_the_order_arrives(
        int hours, bool isAttributed)
    {
        var (offer, member) = (app.Conversion(), app.NewId("u"));
        await app.ClickAsync(await app.LinkAsync(offer, "tea-1", member));
        var paidAt = app.Now.AddHours(hours);
        await app.AdvanceAsync(TimeSpan.FromHours(hours + 200));

        var order = await PayAsync(paidAt, memberId: member);

        var attribution = (await app.OrderAsync("tea", order)).Attribution;
        Assert.Equal(isAttributed ? AttributionMethod.LastClick : AttributionMethod.None, attribution.How);
    }

    [Fact]
    public async Task Order_that_arrives_before_its_click_is_counted_gets_the_last_click_before_the_payment()
    {
        var (offer, other, member) = (app.Conversion(), app.Conversion(), app.NewId("u"));
        var (link, later) = (await app.LinkAsync(offer, "tea-1", member), await app.LinkAsync(other, "tea-1", member));
        var clicked = app.Now;
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var order = await PayAsync(app.Now, memberId: member);
        Assert.Equal(AttributionMethod.None, (await app.OrderAsync("tea", order)).Attribution.How);

        await CountLateAsync(link.Code, offer, member, clicked);
        await AssertLastClickAsync(order, offer, member);
        await CountLateAsync(later.Code, other, member, clicked.AddMinutes(5));
        await AssertLastClickAsync(order, other, member);
        await CountLateAsync(link.Code, offer, member, clicked.AddMinutes(1));
        await CountLateAsync(link.Code, offer, member, clicked.AddMinutes(61));

        await AssertLastClickAsync(order, other, member);
        Assert.Equal((0, 1), ((await app.SoldAsync(offer)).Orders, (await app.SoldAsync(other)).Orders));
    }

    [Fact]
    public async Task Earlier_orders_of_a_buyer_are_attributed_once_a_link_tells_who_they_are()
    {
        var (offer, member, buyer) = (app.Conversion(), app.NewId("u"), app.NewId("b"));
        var link = await app.LinkAsync(offer, "tea-1", member);
        await app.ClickAsync(link);
        List<string> earlier = [];
        for (var n = 0; n < 3; n++) earlier.Add(await PayAsync(app.Now, buyer: buyer));
        var group = await app.LinkAsync(app.Conversion(), "tea-1");
        var byGroupLink = await PayAsync(app.Now, buyer: buyer, linkCode: group.Code);
        Assert.Null((await app.OrderAsync("tea", earlier[0])).Buyer.MemberId);

        await PayAsync(app.Now, buyer: buyer, linkCode: link.Code);

        foreach (var order in earlier) await AssertLastClickAsync(order, offer, member);
        var known = await app.OrderAsync("tea", byGroupLink);
        Assert.Equal(
            (AttributionMethod.LinkCode, group.Offer.Id, member),
            (known.Attribution.How, known.Attribution.ConversionId, known.Buyer.MemberId));
        Assert.Equal(4, (await app.SoldAsync(offer)).Orders);
        Assert.Equal(5, (await app.MemberAsync(member)).OrderCount);
    }

    async Task AssertLastClickAsync(string order, OfferReference offer, string member)
    {
        var seen = await app.OrderAsync("tea", order);
        Assert.Equal(
            (AttributionMethod.LastClick, offer.Id, member, member),
            (seen.Attribution.How, seen.Attribution.ConversionId, seen.Attribution.MemberId, seen.Buyer.MemberId));
    }

    async Task<string> PayAsync(
        DateTimeOffset at, string? memberId = null, string? buyer = null, string? linkCode = null)
    {
        var order = app.NewId("s");
        var paid = SampleShopMessages.Paid(
            order, at, linkCode: linkCode, buyer: buyer ?? app.NewId("b"), memberId: memberId);
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, paid));
        return order;
    }

    async Task CountLateAsync(string code, OfferReference offer, string member, DateTimeOffset at)
    {
        var clicks = app.Services.GetRequiredService<MessageQueue<ClickBatch>>();
        await clicks.SendAsync(new ClickBatch(app.NewId("batch"), at, [new(offer, code, "tea-1", member, 1)]));
        await app.RunUntilIdleAsync();
    }
}
