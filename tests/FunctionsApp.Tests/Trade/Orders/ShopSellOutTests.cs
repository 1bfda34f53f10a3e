using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Community.Selling.Conversions;
using Community.Selling.FlashSales;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Selling.FlashSales;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>
/// An offer from the link in the group to the end of its orchestration: a member clicks, the shop sends signed orders
/// until the offer is sold out.
/// </summary>
public sealed partial class ShopSellOutTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string ProductUrl = "https://shop.example.com/p/1";

    [Fact]
    public async Task Shop_order_for_the_last_item_closes_the_conversion_and_its_refund_does_not_reopen_it()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync(
            [group],
            body => (body["product"]!["quantity"], body["product"]!["url"]) = (2, ProductUrl));
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(5));
        var code = await ClickAsync(group, "link");

        var last = app.NewId("s");
        await app.SendStandardAsync(SampleShopMessages.Paid(app.NewId("s"), app.Now, linkCode: code));
        Assert.Equal(ConversionState.Selling, (await app.GetConversionAsync(plan.Id)).State);
        await app.SendStandardAsync(SampleShopMessages.Paid(last, app.Now, linkCode: code));

        var conversion = await app.GetConversionAsync(plan.Id);
        Assert.Equal((ConversionState.Closed, app.Now), (conversion.State, conversion.SoldOutAt));
        var closing = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "closing");
        Assert.Equal(app.Now, closing.SentAt);
        await app.SendStandardAsync(SampleShopMessages.Refunded(last, app.Now, 5_990));
        Assert.Equal(ConversionState.Closed, (await app.GetConversionAsync(plan.Id)).State);
    }

    [Fact]
    public async Task Shop_order_for_the_last_item_ends_the_flash_sale_and_dissolves_its_group()
    {
        var sale = await app.SaleAsync(1, change: body => (body["quantity"], body["waves"]) = (2, Waves(70, 130)));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));
        var code = await ClickAsync(sale.GroupId, "wave-1");

        await app.SendStandardAsync(
            SampleShopMessages.Paid(app.NewId("s"), app.Now, linkCode: code, quantity: 2));

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal((FlashSaleState.Dissolved, app.Now), (ended.State, ended.SoldOutAt));
        var wave = Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "wave-2");
        Assert.Equal("the sale is over: sold out", wave.Reason);
    }

    JsonArray Waves(params IEnumerable<int> minutes) =>
        new([.. minutes.Select(minute => SampleBodies.Wave(app.Now.AddMinutes(minute), "今晚的茶 {link}", ProductUrl))]);

    /// <summary>
    /// Follows the link in the message that the group got; returns the code in the address of the shop.
    /// </summary>
    async Task<string> ClickAsync(string group, string step)
    {
        var text = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == step).Text;
        var link = new Uri(Address().Match(text).Value);
        var answer = (await app.GetAsync(link.AbsolutePath)).Expecting(HttpStatusCode.Redirect);
        await app.RunUntilIdleAsync();
        return Code().Match(answer.Location!).Groups["code"].Value;
    }

    [GeneratedRegex("https?://[!-~]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("[?&]lc=(?<code>[^&]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
