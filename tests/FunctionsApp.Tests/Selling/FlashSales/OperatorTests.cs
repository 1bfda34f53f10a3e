using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Selling;
using Community.Selling.FlashSales;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>An operator who changes a running sale.</summary>
public sealed class OperatorTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task An_earlier_closing_instant_ends_the_sale_earlier()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        (
            await app.EditAsync(
                sale.Id, new JsonObject { ["closesAt"] = app.Now.AddMinutes(10) })).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(FlashSaleState.Selling, (await app.GetSaleAsync(sale.Id)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_later_closing_instant_keeps_the_sale_open()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        (
            await app.EditAsync(
                sale.Id, new JsonObject { ["closesAt"] = sale.ClosesAt.AddHours(2) })).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(sale.ClosesAt.AddHours(2) - app.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(FlashSaleState.Selling, (await app.GetSaleAsync(sale.Id)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_closing_instant_after_the_charters_end_is_refused()
    {
        var sale = await app.SaleAsync();

        var answer = (
            await app.EditAsync(sale.Id, new JsonObject { ["closesAt"] = app.Now.AddDays(2) })).Expecting(
                HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("closesAt", out _));
        Assert.Equal(sale.ClosesAt, (await app.GetSaleAsync(sale.Id)).ClosesAt);
    }

    [Fact]
    public async Task Other_words_of_farewell_are_the_ones_that_are_said()
    {
        var sale = await app.SaleAsync();

        await app.EditAsync(sale.Id, new JsonObject { ["farewell"] = "下周见！" });
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(
            "下周见！", Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "farewell").Text);
    }

    [Fact]
    public async Task Close_ends_the_sale_now()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        (await app.CloseAsync(sale.Id)).Expecting(HttpStatusCode.OK);

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal((FlashSaleState.Dissolved, app.Now), (ended.State, ended.ClosesAt));
    }

    [Fact]
    public async Task Close_before_the_opening_ends_the_group_without_a_sale()
    {
        var sale = await app.SaleAsync();

        (await app.CloseAsync(sale.Id)).Expecting(HttpStatusCode.OK);

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_sale_that_is_over_can_no_longer_be_changed()
    {
        var sale = await app.SaleAsync();
        await app.CloseAsync(sale.Id);

        (await app.EditAsync(sale.Id, new JsonObject { ["farewell"] = "下周见！" })).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Closing_a_sale_twice_is_a_repeat()
    {
        var sale = await app.SaleAsync();
        await app.CloseAsync(sale.Id);

        (await app.CloseAsync(sale.Id)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_edit_or_a_close_of_an_unknown_sale_is_404()
    {
        (await app.EditAsync("no-such-sale", [])).Expecting(HttpStatusCode.NotFound);
        (await app.CloseAsync("no-such-sale")).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync("/api/flash-sales/no-such-sale")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_it_is_held_the_sale_does_not_close_and_Resume_closes_what_is_due()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");
        await app.AdvanceAsync(TimeSpan.FromHours(4));
        var held = await app.GetSaleAsync(sale.Id);
        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Resume");

        Assert.Equal((FlashSaleState.Selling, true), (held.State, held.Held));
        Assert.Equal(["Resume", "Cancel"], held.WaitsFor);
        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_second_Hold_does_not_outlive_the_Resume()
    {
        var sale = await app.SaleAsync();

        await SteerAsync(sale.Id, "Hold", "Hold", "Resume");

        Assert.False((await app.GetSaleAsync(sale.Id)).Held);
    }

    [Fact]
    public async Task A_Resume_of_what_runs_does_not_undo_a_later_Hold()
    {
        var sale = await app.SaleAsync();

        await SteerAsync(sale.Id, "Hold", "Resume", "Resume", "Hold");

        Assert.True((await app.GetSaleAsync(sale.Id)).Held);
    }

    [Fact]
    public async Task Cancel_ends_the_sale_and_the_group_even_while_it_is_held()
    {
        var sale = await app.SaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Cancel");

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(sale.GroupId)).State);
        Assert.Equal(
            (FlashSaleState.Dissolved, app.Now),
            ((await app.GetSaleAsync(sale.Id)).State, (await app.GetSaleAsync(sale.Id)).ClosesAt));
    }

    async Task SteerAsync(string sale, params IEnumerable<string> events)
    {
        foreach (var name in events) await app.RaiseAsync(SellingInstanceIds.FlashSale(sale), name);
    }
}
