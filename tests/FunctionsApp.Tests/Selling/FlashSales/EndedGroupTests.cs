using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>An operator ends a group under a flash sale.</summary>
public sealed class EndedGroupTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task End_of_a_group_under_a_sale_ends_the_sale_there_and_nowhere_else(bool isHeld)
    {
        var sale = await app.SaleAsync(2, SampleBodies.JoinUrl, body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(90));
        if (isHeld) await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");
        var (ended, other) = (sale.Groups[0].GroupId, sale.Groups[1].GroupId);

        await app.EndGroupAsync(ended);

        Assert.Equal((GroupState.Dissolved, app.Now), await app.DissolutionAsync(ended));
        var lines = await app.DeliveriesAsync(ended);
        Assert.Equal(sale.Farewell, Assert.Single(lines, line => line.Step == "farewell").Text);
        Assert.Equal(DeliveryState.Skipped, Assert.Single(lines, line => line.Step == "wave-2").State);
        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(other)).State);
        var groups = (await app.GetSaleAsync(sale.Id)).Groups.ToDictionary(group => group.GroupId);
        Assert.Equal(
            (FlashSaleState.Dissolved, FlashSaleState.Selling), (groups[ended].State, groups[other].State));

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Resume");
        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
        Assert.Equal(
            DeliveryState.Sent,
            Assert.Single(await app.DeliveriesAsync(other), line => line.Step == "wave-2").State);
    }

    [Fact]
    public async Task Group_whose_own_orchestration_is_terminated_is_ended_all_the_same()
    {
        var sale = await app.SaleAsync(2, SampleBodies.JoinUrl, body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(90));
        await app.TerminateAsync(LifecycleInstanceIds.FlashGroup(sale.GroupId));

        await app.EndGroupAsync(sale.GroupId);

        Assert.Equal((GroupState.Dissolved, app.Now), await app.DissolutionAsync(sale.GroupId));
        var lines = await app.DeliveriesAsync(sale.GroupId);
        Assert.Equal(sale.Farewell, Assert.Single(lines, line => line.Step == "farewell").Text);
        Assert.Equal(DeliveryState.Skipped, Assert.Single(lines, line => line.Step == "wave-2").State);
        Assert.Equal(
            FlashSaleState.Dissolved,
            (await app.GetSaleAsync(sale.Id)).Groups.Single(group => group.GroupId == sale.GroupId).State);
    }

    [Fact]
    public async Task Group_whose_own_orchestration_is_held_is_dissolved_two_hours_later()
    {
        var sale = await app.SaleAsync(1, SampleBodies.JoinUrl);
        await app.RaiseAsync(LifecycleInstanceIds.FlashGroup(sale.GroupId), "Hold");
        await app.EndGroupAsync(sale.GroupId);

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(sale.GroupId)).State);
    }
}
