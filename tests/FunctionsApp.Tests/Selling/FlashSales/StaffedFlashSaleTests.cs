using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Selling;
using Community.Selling.FlashSales;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>A flash group's life where people do everything; on another platform they only confirm it.</summary>
public abstract class StaffedFlashSaleTests(AppHost app)
{
    const string MadeByHand = "https://work.weixin.qq.com/gm/by-hand";

    [Fact]
    public async Task The_group_opens_when_a_person_has_made_it()
    {
        var sale = await app.SaleAsync();
        var create = await OpenTaskAsync(sale, StaffTaskKind.CreateGroup);
        Assert.Equal(FlashSaleState.Planned, (await app.GetSaleAsync(sale.Id)).State);

        await app.DoneAsync(create.Id, MadeByHand);

        Assert.Equal(MadeByHand, (await app.GetGroupAsync(sale.GroupId)).JoinUrl);
        Assert.Equal(FlashSaleState.Open, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task The_task_to_create_a_group_is_withdrawn_when_the_sale_is_over()
    {
        var sale = await app.SaleAsync();
        await OpenTaskAsync(sale, StaffTaskKind.CreateGroup);

        await app.AdvanceAsync(TimeSpan.FromHours(7));

        Assert.DoesNotContain(await app.TasksAsync(sale.GroupId), task => task.Kind is StaffTaskKind.CreateGroup);
        Assert.Equal(
            DeliveryState.Skipped,
            Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "create-group").State);
        Assert.Equal(FlashSaleState.Overdue, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task Cancel_ends_the_sale_while_its_group_is_still_to_be_made()
    {
        var sale = await app.SaleAsync();

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Cancel");

        Assert.DoesNotContain(await app.TasksAsync(sale.GroupId), task => task.Kind is StaffTaskKind.CreateGroup);
        Assert.Equal(app.Now, (await app.GetSaleAsync(sale.Id)).ClosesAt);
    }

    [Fact]
    public async Task The_group_is_dissolved_after_the_farewell_when_staff_say_that_both_are_done()
    {
        var sale = await OpenSaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(5));
        await app.DoneAsync((await MessageTaskAsync(sale)).Id);

        await app.DoneAsync((await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup)).Id);

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(sale.GroupId)).State);
        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.FlashSale(sale.Id)));
        Assert.All(
            (await app.DeliveriesAsync(sale.GroupId)).Where(line => line.Step is "farewell" or "dissolve"),
            line => Assert.Equal(DeliveryState.Sent, line.State));
    }

    [Fact]
    public async Task A_farewell_that_is_not_sent_delays_the_dissolution_by_one_hour()
    {
        var sale = await OpenSaleAsync();

        await app.AdvanceAsync(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));
        Assert.Equal(FlashSaleState.Closing, (await app.GetSaleAsync(sale.Id)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(FlashSaleState.Dissolving, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task The_task_of_an_unconfirmed_dissolution_keeps_escalating()
    {
        var sale = await OpenSaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(6));
        var task = await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup);

        await app.AdvanceAsync(TimeSpan.FromDays(1));
        var afterADay = (await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup)).Escalations;
        await app.AdvanceAsync(TimeSpan.FromDays(40));
        var afterFortyDays = await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup);

        Assert.Equal((task.Id, 40), (afterFortyDays.Id, afterFortyDays.Escalations - afterADay));
        Assert.Equal(GroupState.Dissolving, (await app.GetGroupAsync(sale.GroupId)).State);
        Assert.Equal("Running", await app.StatusAsync(SellingInstanceIds.FlashSale(sale.Id)));
    }

    [Fact]
    public async Task What_the_platform_says_ends_the_task_to_dissolve()
    {
        var sale = await OpenSaleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(6));
        await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup);

        await app.DissolvedAsync(sale.GroupId);

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
        Assert.DoesNotContain(await app.TasksAsync(sale.GroupId), task => task.Kind is StaffTaskKind.DissolveGroup);
    }

    [Fact]
    public async Task The_sale_shows_for_each_group_what_is_to_do_and_whose_task_it_is()
    {
        var sale = await OpenSaleAsync(body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));

        var wave = await MessageTaskAsync(sale);
        Assert.Equal((FlashSaleState.Selling, FlashGroupWait.Staff, wave.Id), await ToDoAsync(sale));
        await app.DoneAsync(wave.Id);
        Assert.Equal((FlashSaleState.Selling, FlashGroupWait.Time, null), await ToDoAsync(sale));

        await app.SellOutAsync(sale.Id);
        Assert.Equal(
            (FlashSaleState.Closing, FlashGroupWait.Staff, (await MessageTaskAsync(sale)).Id), await ToDoAsync(sale));
        await app.DoneAsync((await MessageTaskAsync(sale)).Id);
        var dissolve = await OpenTaskAsync(sale, StaffTaskKind.DissolveGroup);
        Assert.Equal((FlashSaleState.Dissolving, FlashGroupWait.Staff, dissolve.Id), await ToDoAsync(sale));
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal((FlashSaleState.Overdue, FlashGroupWait.Staff, dissolve.Id), await ToDoAsync(sale));
        await app.DoneAsync(dissolve.Id);
        Assert.Equal((FlashSaleState.Dissolved, null, null), await ToDoAsync(sale));
    }

    [Fact]
    public async Task The_task_of_an_unsent_wave_is_withdrawn_when_the_sale_is_over()
    {
        var sale = await OpenSaleAsync(body => body["waves"] = app.Waves(70));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));
        var wave = await MessageTaskAsync(sale);

        await app.CloseAsync(sale.Id);

        Assert.Contains(await app.TasksAsync(sale.GroupId, "done"), task => task.Id == wave.Id && task.Withdrawn);
        var line = Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "wave-1");
        Assert.Equal((DeliveryState.Skipped, "the sale is over: closed"), (line.State, line.Reason));
    }

    async Task<(FlashSaleState State, FlashGroupWait? WaitingFor, string? TaskId)> ToDoAsync(FlashSaleView sale) =>
        Assert.Single((await app.GetSaleAsync(sale.Id)).Groups) is var group
            ? (group.State, group.WaitingFor, group.TaskId)
            : default;

    async Task<FlashSaleView> OpenSaleAsync(Action<System.Text.Json.Nodes.JsonObject>? change = null)
    {
        var sale = await app.SaleAsync(1, change: change);
        await app.DoneAsync((await OpenTaskAsync(sale, StaffTaskKind.CreateGroup)).Id, MadeByHand);
        return sale;
    }

    async Task<StaffTaskView> MessageTaskAsync(FlashSaleView sale) =>
        Assert.Single(
            await app.TasksAsync(sale.GroupId),
            task => task.Kind is StaffTaskKind.SendMessage or StaffTaskKind.ConfirmMessage);

    async Task<StaffTaskView> OpenTaskAsync(FlashSaleView sale, StaffTaskKind kind) =>
        Assert.Single(await app.TasksAsync(sale.GroupId), task => task.Kind == kind);
}

public sealed class ManualFlashSaleTests(
    ManualFlashSaleTests.Host app) : StaffedFlashSaleTests(app), IClassFixture<ManualFlashSaleTests.Host>
{
    public sealed class Host() : AppHost(AppHostSetup.WithEveryAction("Manual"));
}

public sealed class StaffConfirmedFlashSaleTests(
    StaffConfirmedFlashSaleTests.Host app)
    : StaffedFlashSaleTests(app), IClassFixture<StaffConfirmedFlashSaleTests.Host>
{
    // WeCom sends one message a day to a group for a brand (客户群群发), once an employee has confirmed it.
    [Fact]
    public async Task The_first_wave_is_the_days_group_send_and_what_follows_is_said_by_a_person()
    {
        var sale = await app.SaleAsync(
            1, joinUrl: "https://work.weixin.qq.com/gm/made", change: body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(80));
        var first = Assert.Single(await app.TasksAsync(sale.GroupId));
        Assert.Equal(StaffTaskKind.ConfirmMessage, first.Kind);
        await app.DoneAsync(first.Id);

        await app.AdvanceAsync(TimeSpan.FromMinutes(60));

        var second = Assert.Single(await app.TasksAsync(sale.GroupId));
        Assert.Equal(StaffTaskKind.SendMessage, second.Kind);
        Assert.Equal(
            (DeliveryState.AwaitingStaff, "the day's one group send is kept for a sale, or taken"),
            Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "wave-2") is var line
                ? (line.State, line.Reason)
                : default);
    }

    [Fact]
    public async Task Each_group_has_a_group_send_of_its_own()
    {
        var one = await app.SaleAsync(
            1, joinUrl: "https://work.weixin.qq.com/gm/made", change: body => body["waves"] = app.Waves(70));
        var other = await app.SaleAsync(
            1, joinUrl: "https://work.weixin.qq.com/gm/made", change: body => body["waves"] = app.Waves(70));

        await app.AdvanceAsync(TimeSpan.FromMinutes(80));

        foreach (var sale in new[] { one, other })
            Assert.Equal(StaffTaskKind.ConfirmMessage, Assert.Single(await app.TasksAsync(sale.GroupId)).Kind);
    }

    public sealed class Host() : AppHost(AppHostSetup.WithEveryAction("StaffConfirmed"));
}
