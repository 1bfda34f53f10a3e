using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Tests.Acquisition.Scans;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>A flash group's life where the platform does everything by itself.</summary>
public sealed class AutomaticFlashSaleTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_group_is_made_and_opened_before_the_sale()
    {
        var sale = await app.SaleAsync();

        var group = await app.GetGroupAsync(sale.GroupId);
        Assert.Equal((GroupState.Open, true), (group.State, group.JoinUrl is not null));
        Assert.Equal(
            (FlashSaleState.Open, "awaiting-opening", sale.OpensAt), Standing(await app.GetSaleAsync(sale.Id)));
    }

    [Fact]
    public async Task The_sale_opens_at_its_instant()
    {
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(FlashSaleState.Open, (await app.GetSaleAsync(sale.Id)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((FlashSaleState.Selling, "selling", sale.ClosesAt), Standing(await app.GetSaleAsync(sale.Id)));
    }

    [Fact]
    public async Task At_its_closing_instant_the_farewell_is_said_and_the_group_is_dissolved()
    {
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(await app.DeliveriesAsync(sale.GroupId), line => line.Step is "farewell" or "dissolve");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var ends = (await app.DeliveriesAsync(sale.GroupId)).Where(
            line => line.Step is "farewell" or "dissolve").ToList();
        Assert.Equal(["farewell", "dissolve"], ends.Select(line => line.Step));
        Assert.All(ends, line => Assert.Equal((DeliveryState.Sent, sale.ClosesAt), (line.State, line.SentAt)));
        Assert.Equal(sale.Farewell, ends[0].Text);
        Assert.Equal(
            (GroupState.Dissolved, sale.ClosesAt),
            ((await app.GetGroupAsync(sale.GroupId)).State, (await app.GetGroupAsync(sale.GroupId)).DissolvedAt));
        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task The_orchestration_completes_when_the_group_is_dissolved_and_leaves_no_tasks()
    {
        var sale = await app.SaleAsync();

        await app.AdvanceAsync(TimeSpan.FromHours(6));

        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.FlashSale(sale.Id)));
        Assert.Empty(await app.TasksAsync(sale.GroupId));
    }

    [Fact]
    public async Task A_group_that_already_has_a_way_in_keeps_it()
    {
        var sale = await app.SaleAsync(SampleBodies.JoinUrl);

        Assert.Equal(SampleBodies.JoinUrl, (await app.GetGroupAsync(sale.GroupId)).JoinUrl);
        Assert.DoesNotContain(
            await app.DeliveriesAsync(sale.GroupId), line => line.Step is "create-group" or "open-join-code");
    }

    [Fact]
    public async Task A_group_of_a_closing_sale_takes_and_welcomes_no_members()
    {
        var sale = await app.SaleAsync();
        var (_, code) = await app.CampaignAsync(sale.GroupId);
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        await app.JoinAsync(sale.GroupId, "u1", code);

        Assert.Contains("满员", (await app.LandAsync(code, "text/html")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.DeliveriesAsync(sale.GroupId), line => line.Step is "welcome");
    }

    static (FlashSaleState State, string? Step, DateTimeOffset? NextAt) Standing(FlashSaleView sale) =>
        (sale.State, sale.Step, sale.NextAt);
}
