using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.Deliveries;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>What a sale says in its groups, and when.</summary>
public sealed class WavesTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Each_wave_is_sent_in_each_group_at_its_instant_with_a_link_of_the_groups_own()
    {
        var start = app.Now;
        var sale = await app.SaleAsync(2, change: body => body["waves"] = app.Waves(70, 130, 200));

        await app.AdvanceAsync(TimeSpan.FromMinutes(70) - TimeSpan.FromSeconds(1));
        foreach (var group in sale.Groups) Assert.Empty(await WavesAsync(group.GroupId));
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        HashSet<string> links = [];
        foreach (var group in sale.Groups)
        {
            var waves = await WavesAsync(group.GroupId);
            Assert.Equal(["wave-1", "wave-2", "wave-3"], waves.Select(wave => wave.Step));
            Assert.Equal(
                new[] { 70, 130, 200 }.Select(minute => (DateTimeOffset?)start.AddMinutes(minute)),
                waves.Select(wave => wave.SentAt));
            Assert.All(waves, wave => Assert.Equal(DeliveryState.Sent, wave.State));
            foreach (var (wave, index) in waves.Select((wave, index) => (wave, index)))
            {
                var link = new Uri(wave.Text.Split(' ')[^1]);
                Assert.True(links.Add(link.AbsolutePath), $"{link} is there twice");
                var target = (await app.GetAsync(link.AbsolutePath)).Expecting(HttpStatusCode.Redirect).Location;
                Assert.StartsWith($"https://shop.example/p/{index + 1}?lc=", target, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_sale_shows_the_next_wave_and_which_were_sent()
    {
        var sale = await app.SaleAsync(2, change: body => body["waves"] = app.Waves(70, 130));

        await app.AdvanceAsync(TimeSpan.FromMinutes(75));
        var selling = await app.GetSaleAsync(sale.Id);

        Assert.Equal(
            (FlashSaleState.Selling, "selling", sale.Waves[1].At), (selling.State, selling.Step, selling.NextAt));
        Assert.Equal([true, false], selling.Waves.Select(wave => wave.Sent));
        Assert.All(
            selling.Groups,
            group => Assert.Equal(
                (FlashSaleState.Selling, FlashGroupWait.Time, null), (group.State, group.WaitingFor, group.TaskId)));
    }

    [Fact]
    public async Task After_a_sale_was_held_the_latest_wave_that_is_due_is_sent_and_those_before_it_are_skipped()
    {
        var sale = await app.SaleAsync(1, change: body => body["waves"] = app.Waves(70, 80, 90));
        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");
        await app.AdvanceAsync(TimeSpan.FromMinutes(85));
        Assert.Empty(await WavesAsync(sale.GroupId));

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Resume");
        var resumedAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        var waves = await WavesAsync(sale.GroupId);
        Assert.Equal([DeliveryState.Skipped, DeliveryState.Sent, DeliveryState.Sent], waves.Select(wave => wave.State));
        Assert.Equal([null, resumedAt, sale.Waves[2].At], waves.Select(wave => wave.SentAt));
        Assert.Equal("the next wave was due as well", waves[0].Reason);
    }

    [Fact]
    public async Task No_wave_comes_after_a_sale_is_sold_out_and_the_ledger_says_so()
    {
        var sale = await app.SaleAsync(2, change: body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(90));

        (await app.SellOutAsync(sale.Id)).Expecting(HttpStatusCode.OK);

        Assert.Equal(
            (FlashSaleState.Dissolved, app.Now),
            ((await app.GetSaleAsync(sale.Id)).State, (await app.GetSaleAsync(sale.Id)).SoldOutAt));
        foreach (var group in sale.Groups)
        {
            var lines = await app.DeliveriesAsync(group.GroupId);
            Assert.Equal(["create-group", "wave-1", "wave-2", "farewell", "dissolve"], lines.Select(line => line.Step));
            Assert.Equal((DeliveryState.Skipped, "the sale is over: sold out"), (lines[2].State, lines[2].Reason));
            Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(group.GroupId)).State);
        }
    }

    [Fact]
    public async Task No_wave_comes_after_a_sale_is_closed_early()
    {
        var sale = await app.SaleAsync(1, change: body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(90));

        await app.CloseAsync(sale.Id);

        Assert.Equal([null, "the sale is over: closed"], (await WavesAsync(sale.GroupId)).Select(wave => wave.Reason));
    }

    [Fact]
    public async Task A_wave_that_was_not_sent_can_be_changed_and_one_that_was_cannot()
    {
        var sale = await app.SaleAsync(1, change: body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(75));
        var (first, second) = (
            SampleBodies.Wave(sale.Waves[0].At, sale.Waves[0].Text, sale.Waves[0].Url),
            SampleBodies.Wave(app.Now.AddMinutes(30), "改了 {link}"));

        var refused = await app.EditAsync(
            sale.Id,
            new JsonObject
            {
                ["waves"] = new JsonArray(SampleBodies.Wave(sale.Waves[0].At, "改了 {link}"), second.DeepClone()),
            });
        (
            await app.EditAsync(
                sale.Id, new JsonObject { ["waves"] = new JsonArray(first, second) })).Expecting(HttpStatusCode.OK);
        var changedAt = app.Now;
        Assert.Equal(changedAt.AddMinutes(30), (await app.GetSaleAsync(sale.Id)).NextAt);
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Contains("waves[0]", refused.Expecting(HttpStatusCode.Conflict).Text, StringComparison.Ordinal);
        var sent = (await WavesAsync(sale.GroupId))[1];
        Assert.Equal(
            (true, changedAt.AddMinutes(30)), (sent.Text.StartsWith("改了", StringComparison.Ordinal), sent.SentAt));
    }

    async Task<IReadOnlyList<DeliveryView>> WavesAsync(string group) =>
        [.. (await app.DeliveriesAsync(group)).Where(line => line.Step.StartsWith("wave-", StringComparison.Ordinal))];
}
