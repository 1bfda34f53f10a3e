using System.Net;
using Community.Messaging.Channels;
using FunctionsApp.Console.Settings;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Tests.Console;

public sealed class BrandTests
{
    [Fact]
    public async Task Brand_shows_its_channel_and_shops_without_secrets()
    {
        await using var app = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.DissolveGroup, "Manual"));

        var answer = (await app.GetAsync("/api/brand")).Expecting(HttpStatusCode.OK);

        var brand = answer.As<BrandView>();
        Assert.Equal((app.Now, "Asia/Shanghai"), (brand.Now, brand.TimeZone));
        Assert.Equal(
            Capability.Manual, brand.Channel.Single(action => action.Action is ChannelAction.DissolveGroup).Capability);
        Assert.Equal(
            new ShopView("tea-shop", ShopKind.Standard, "https://brand.example.com/webhooks/shops/tea-shop", 1),
            Assert.Single(brand.Shops));
        Assert.DoesNotContain("whsec_", answer.Text, StringComparison.Ordinal);
    }
}
