using System.Net;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Selling.Offers;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>What a sale's orders bring about: its end when nothing is left, and invitations of its buyers.</summary>
public sealed class BuyerTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_order_that_takes_the_last_one_ends_the_sale()
    {
        var sale = await app.SaleAsync(2, change: body => (body["quantity"], body["waves"]) = (3, app.Waves(70, 130)));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));

        await OrderAsync(sale, 0, "ann", units: 2);
        Assert.Equal(FlashSaleState.Selling, (await app.GetSaleAsync(sale.Id)).State);
        await OrderAsync(sale, 1, "bob", units: 1);

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal((FlashSaleState.Dissolved, app.Now), (ended.State, ended.SoldOutAt));
        foreach (var group in sale.Groups)
            Assert.Equal(
                "the sale is over: sold out",
                Assert.Single(await app.DeliveriesAsync(group.GroupId), line => line.Step == "wave-2").Reason);
    }

    [Fact]
    public async Task A_quantity_that_is_edited_to_what_is_sold_ends_the_sale()
    {
        var sale = await app.SaleAsync(1);
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));
        await OrderAsync(sale, 0, "ann", units: 2);

        (
            await app.EditAsync(
                sale.Id, new System.Text.Json.Nodes.JsonObject { ["quantity"] = 2 })).Expecting(HttpStatusCode.OK);

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_buyer_of_several_sales_is_invited_to_the_new_buyer_group_once()
    {
        var lasting = await app.GroupAsync(kind: "NewBuyer");
        var (first, second) = (await InvitingSaleAsync(lasting), await InvitingSaleAsync(lasting));
        await app.JoinAsync(lasting, "cat");
        foreach (var member in new[] { "ann", "bob", "cat", null }) await OrderAsync(first, 0, member);
        await OrderAsync(first, 1, "ann");
        await OrderAsync(first, 1, "dan", counts: false);
        await OrderAsync(second, 0, "bob");
        await OrderAsync(second, 0, "eve");
        Assert.Empty(await InvitationsAsync(lasting));

        await app.CloseAsync(first.Id);
        Assert.Equal(["ann", "bob"], (await InvitationsAsync(lasting)).Select(line => line.MemberId).Order());
        await app.CloseAsync(second.Id);

        var invitations = await InvitationsAsync(lasting);
        Assert.Equal(["ann", "bob", "eve"], invitations.Select(line => line.MemberId).Order());
        Assert.All(
            invitations,
            line => Assert.Equal(
                (DeliveryState.Sent, true),
                (line.State, line.Text.Contains(SampleBodies.JoinUrl, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Every_buyer_of_a_large_sale_is_invited()
    {
        var lasting = await app.GroupAsync(kind: "NewBuyer");
        var sale = await InvitingSaleAsync(lasting);
        for (var i = 0; i < 230; i++) await OrderAsync(sale, i % 2, $"m-{i}", settle: false);

        await app.CloseAsync(sale.Id);

        Assert.Equal(230, (await InvitationsAsync(lasting)).Count);
    }

    [Fact]
    public async Task A_full_new_buyer_group_becomes_a_staff_task()
    {
        var lasting = await app.GroupAsync(kind: "NewBuyer", capacity: 1);
        var sale = await InvitingSaleAsync(lasting);
        await OrderAsync(sale, 0, "ann");
        await app.JoinAsync(lasting, "cat");

        await app.CloseAsync(sale.Id);

        Assert.Empty(await InvitationsAsync(lasting));
        Assert.Equal(StaffTaskKind.AddGroup, Assert.Single(await app.TasksAsync(lasting)).Kind);

        await app.LeaveAsync(lasting, "cat");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["ann"], (await InvitationsAsync(lasting)).Select(line => line.MemberId));
        Assert.Empty(await app.TasksAsync(lasting));
    }

    Task<FlashSaleView> InvitingSaleAsync(string lasting) =>
        app.SaleAsync(2, change: body => (body["newBuyerGroupId"], body["quantity"]) = (lasting, null));

    async Task OrderAsync(
        FlashSaleView sale, int group, string? member, int units = 1, bool counts = true, bool settle = true)
    {
        var order = new OfferSale(
            $"shop:{app.NewId("order")}", sale.Groups[group].GroupId, member, units, 19_900, 0, "CNY", counts, app.Now);
        var offerSales = app.Services.GetRequiredService<OfferSalesStore>();
        var actions = await offerSales.RecordAsync(new OfferReference(OfferKind.FlashSale, sale.Id), order);
        await app.Services.GetRequiredService<DurableTaskClient>().PerformAsync(actions);
        if (settle) await app.RunUntilIdleAsync();
    }

    async Task<IReadOnlyList<DeliveryView>> InvitationsAsync(string group) =>
        [.. (await app.DeliveriesAsync(group)).Where(line => line.Step == "new-buyer-invitation")];
}
