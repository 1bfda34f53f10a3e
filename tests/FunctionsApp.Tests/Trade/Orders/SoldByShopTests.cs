using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Community.Selling.Conversions;
using Community.Selling.FlashSales;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Selling.FlashSales;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>The whole way of an offer: the link in the group, the click, the shop's signed order, and the sequence that ends when nothing is left.</summary>
public sealed partial class SoldByShopTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string Shop = "https://shop.example.com/p/1";

    [Fact]
    public async Task The_shops_order_of_the_last_one_closes_a_conversion_and_its_refund_opens_nothing_again()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group], body => (body["product"]!["quantity"], body["product"]!["url"]) = (2, Shop));
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(5));
        var code = await ClickAsync(group, "link");

        var last = app.NewId("s");
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(app.NewId("s"), app.Now, linkCode: code)));
        Assert.Equal(ConversionState.Selling, (await app.GetConversionAsync(plan.Id)).State);
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(last, app.Now, linkCode: code)));

        Assert.Equal((ConversionState.Closed, app.Now), ((await app.GetConversionAsync(plan.Id)).State, (await app.GetConversionAsync(plan.Id)).SoldOutAt));
        Assert.Equal(app.Now, Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "closing").SentAt);
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded(last, app.Now, 5_990)));
        Assert.Equal(ConversionState.Closed, (await app.GetConversionAsync(plan.Id)).State);
    }

    [Fact]
    public async Task The_shops_order_of_the_last_one_ends_a_flash_sale_and_its_group()
    {
        var sale = await app.SaleAsync(1, change: body => (body["quantity"], body["waves"]) = (2, Waves(70, 130)));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));
        var code = await ClickAsync(sale.GroupId, "wave-1");

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid(app.NewId("s"), app.Now, linkCode: code, quantity: 2)));

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal((FlashSaleState.Dissolved, app.Now), (ended.State, ended.SoldOutAt));
        Assert.Equal("the sale is over: sold out", Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "wave-2").Reason);
    }

    JsonArray Waves(params IEnumerable<int> minutes) =>
        new([.. minutes.Select(minute => SampleBodies.Wave(app.Now.AddMinutes(minute), "今晚的茶 {link}", Shop))]);

    // As a member does: the link is read in the group's message, and the shop's address with its code is what it leads to.
    async Task<string> ClickAsync(string group, string step)
    {
        var text = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == step).Text;
        var answer = (await app.GetAsync(new Uri(Address().Match(text).Value).AbsolutePath)).Expecting(HttpStatusCode.Redirect);
        await app.RunUntilIdleAsync();
        return Code().Match(answer.Location!).Groups["code"].Value;
    }

    [GeneratedRegex("https?://[!-~]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("[?&]lc=(?<code>[^&]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
