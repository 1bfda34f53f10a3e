using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Application;

public sealed class CampaignClickTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Member_whom_a_campaign_brought_counts_once_however_often_and_whatever_they_click()
    {
        var group = await app.GroupAsync();
        var (campaign, code) = await app.CampaignAsync(group);
        var (brought, other) = (app.NewId("brought"), app.NewId("other"));
        await app.JoinAsync(group, brought, code);
        await app.JoinAsync(group, other);
        var (first, second) = (app.Conversion(), app.Conversion());
        foreach (var offer in new[] { first, first, second })
            await app.ClickAsync(await app.LinkAsync(offer, group, brought));

        await app.ClickAsync(await app.LinkAsync(first, group, other));
        await app.ClickAsync(await app.LinkAsync(first, group));

        Assert.Equal(1, await ClickersAsync(campaign));
    }

    [Fact]
    public async Task Campaign_without_clicks_has_none()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        Assert.Equal(0, await ClickersAsync(campaign));
    }

    async Task<int> ClickersAsync(string campaign) =>
        (await app.GetAsync($"/api/insights/invitation-modes?a={campaign}&b={campaign}")).Json
            .GetProperty("a").GetProperty("counted").GetProperty("clickers").GetInt32();
}
