using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>Clicks are deleted once no order can be credited to them any more.</summary>
public sealed class ClickRetentionTests
{
    static readonly AppHostSetup Setup = new()
    {
        OnDisk = true,
        Settings = new Dictionary<string, string?>(ShopSigner.Settings, StringComparer.Ordinal)
        {
            ["AllowedLinkHosts"] = "shop.example.com",
            ["Retention:ClickDays"] = "33",
        },
    };

    [Fact]
    public async Task Old_clicks_of_a_member_are_deleted_and_later_ones_stay()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var link = await app.LinkAsync(app.Conversion(), "tea-1", "u1");
        await app.ClickAsync(link);
        await app.PassAsync(TimeSpan.FromDays(20));
        await app.ClickAsync(link);
        var latest = Assert.Single(await ClicksAsync(app, 1..)).At;
        Assert.Equal(2, (await ClicksAsync(app, ..)).Count);

        await app.PassAsync(TimeSpan.FromDays(15));

        Assert.Equal(latest, Assert.Single(await ClicksAsync(app, ..)).At);
        Assert.Equal(2, await CountAsync(app, link.Offer));
    }

    [Fact]
    public async Task Order_that_arrives_thirty_days_late_still_finds_its_click()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var offer = app.Conversion();
        await app.ClickAsync(await app.LinkAsync(offer, "tea-1", "u1"));
        var paidAt = app.Now.AddHours(72);
        await app.PassAsync(TimeSpan.FromHours(72) + TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));

        await PayAsync(app, "s1", paidAt);

        var attribution = (await app.OrderAsync("tea", "s1")).Attribution;
        Assert.Equal((AttributionMethod.LastClick, offer.Id), (attribution.How, attribution.ConversionId));
    }

    [Fact]
    public async Task Order_of_a_member_waits_for_a_click_as_long_as_clicks_are_kept()
    {
        await using var app = await AppHost.StartAsync(Setup);
        var (offer, clickedAt) = (app.Conversion(), app.Now);
        var link = await app.LinkAsync(offer, "tea-1", "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await PayAsync(app, "s1", app.Now);
        await app.PassAsync(TimeSpan.FromDays(30));
        await app.Services.GetRequiredService<MessageQueue<ClickBatch>>()
            .SendAsync(new ClickBatch("late", clickedAt, [new(offer, link.Code, "tea-1", "u1", 1)]));
        await app.RunUntilIdleAsync();
        Assert.Equal(offer.Id, (await app.OrderAsync("tea", "s1")).Attribution.ConversionId);
        Assert.Single(await WaitingAsync(app));

        await app.AdvanceAsync(TimeSpan.FromDays(5));

        Assert.Empty(await WaitingAsync(app));
        Assert.Equal(offer.Id, (await app.OrderAsync("tea", "s1")).Attribution.ConversionId);
        Assert.Equal(1, (await app.SoldAsync(offer)).Orders);
    }

    static async Task PayAsync(AppHost app, string order, DateTimeOffset at) =>
        await app.SendMessageAsync(
            "tea", ShopSigner.Standard(app, SampleShopMessages.Paid(order, at, memberId: "u1")));

    static async Task<List<OwnClick>> ClicksAsync(AppHost app, Range range)
    {
        var clicks = await app.Services.GetRequiredService<PeopleTable>().AllAsync<OwnClick>("u1", "click-");
        return [.. clicks.Select(click => click.Value).OrderBy(click => click.At).Take(range)];
    }

    static Task<IReadOnlyList<Stored<WaitingOrder>>> WaitingAsync(AppHost app) =>
        app.Services.GetRequiredService<PeopleTable>().AllAsync<WaitingOrder>("u1", "waiting-order-");

    static Task<int> CountAsync(AppHost app, Community.Selling.Offers.OfferReference offer) =>
        app.Services.GetRequiredService<ClickCountStore>().CountAsync(offer, "tea-1");
}
