using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using FunctionsApp.Console.Settings;
using FunctionsApp.Pushes.Plans;
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

    [Fact]
    public async Task Brand_shows_its_limits_of_pushes_and_who_paused_them()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Push:PerDay"] = "2" },
        });
        Assert.Null((await BrandAsync(app)).PushPause);

        var pause = new JsonObject { ["by"] = "小王", ["reason"] = "热点事件" };
        (await app.PostAsync("/api/pushes/pause", pause)).Expecting(HttpStatusCode.OK);

        var brand = await BrandAsync(app);
        Assert.Equal(new BrandPause("小王", "热点事件", app.Now), brand.PushPause);
        Assert.Equal(
            ("09:00", "21:30", 2, 90),
            (brand.PushLimits.WindowStart, brand.PushLimits.WindowEnd, brand.PushLimits.PerDay,
                brand.PushLimits.SpacingMinutes));

        await app.PostAsync("/api/pushes/resume", new JsonObject { ["by"] = "小王" });
        Assert.Null((await BrandAsync(app)).PushPause);
    }

    static async Task<BrandView> BrandAsync(AppHost app) =>
        (await app.GetAsync("/api/brand")).Expecting(HttpStatusCode.OK).As<BrandView>();
}
