using System.Net;
using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Selling;
using Community.Selling.FlashSales;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>No flash group outlives its charter, whatever became of its sale.</summary>
public sealed class CharterDeadlineTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_group_that_no_sale_took_is_closed_and_dissolved_when_its_charter_ends()
    {
        var endsAt = app.Now.AddHours(3);
        var group = await app.GroupAsync(kind: "Flash", endsAt: endsAt);

        await app.AdvanceAsync(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(group)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(
            (GroupState.Dissolved, endsAt),
            ((await app.GetGroupAsync(group)).State, (await app.GetGroupAsync(group)).DissolvedAt));
        Assert.Equal("Completed", await app.StatusAsync(LifecycleInstanceIds.CharterDeadline(group)));
    }

    [Fact]
    public async Task A_group_that_is_no_flash_group_has_no_charter_deadline()
    {
        var group = await app.GroupAsync(kind: "NewBuyer", endsAt: app.Now.AddHours(3));

        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(group)).State);
        (
            await app.GetAsync(
                $"/runtime/webhooks/durabletask/instances/{LifecycleInstanceIds.CharterDeadline(group)}")).Expecting(
                    HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_group_whose_orchestration_is_terminated_is_dissolved_when_its_sale_is_over()
    {
        var sale = await app.SaleAsync(2, change: body => body["waves"] = app.Waves(70, 130));
        await app.AdvanceAsync(TimeSpan.FromMinutes(90));
        await app.TerminateAsync(LifecycleInstanceIds.FlashGroup(sale.GroupId));

        await app.AdvanceAsync(sale.ClosesAt - app.Now);

        var ended = await app.GetSaleAsync(sale.Id);
        Assert.Equal(FlashSaleState.Dissolved, ended.State);
        foreach (var group in sale.Groups)
            Assert.Equal(sale.ClosesAt, (await app.GetGroupAsync(group.GroupId)).DissolvedAt);
        Assert.Equal(
            DeliveryState.Skipped,
            Assert.Single(await app.DeliveriesAsync(sale.GroupId), line => line.Step == "wave-2").State);
        Assert.Equal("Completed", await app.StatusAsync(SellingInstanceIds.FlashSale(sale.Id)));
    }

    [Fact]
    public async Task Groups_are_dissolved_when_the_orchestration_of_the_sale_is_terminated()
    {
        var sale = await app.SaleAsync(2);
        await app.TerminateAsync(SellingInstanceIds.FlashSale(sale.Id));

        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_sale_that_is_held_past_its_charters_end_is_held_no_longer()
    {
        var sale = await app.SaleAsync(2);
        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");

        await app.AdvanceAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        Assert.All(
            (await app.GetSaleAsync(sale.Id)).Groups, group => Assert.Equal(FlashGroupWait.Operator, group.WaitingFor));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task A_group_whose_orchestration_is_held_past_the_end_is_dissolved_two_hours_later()
    {
        var sale = await app.SaleAsync(1);
        await app.RaiseAsync(LifecycleInstanceIds.FlashGroup(sale.GroupId), "Hold");

        await app.AdvanceAsync(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(1));
        Assert.NotEqual(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(FlashSaleState.Dissolved, (await app.GetSaleAsync(sale.Id)).State);
    }

    [Fact]
    public async Task Each_reminder_of_a_dissolution_is_in_the_ledger_at_its_instant()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var endsAt = manual.Now.AddHours(1);
        var group = await manual.GroupAsync(kind: "Flash", endsAt: endsAt);

        await manual.AdvanceAsync(TimeSpan.FromDays(3));

        var task = Assert.Single(await manual.TasksAsync(group));
        Assert.Equal((StaffTaskKind.DissolveGroup, endsAt.AddHours(1)), (task.Kind, task.DueAt));
        var reminders = (await manual.DeliveriesAsync(group)).Where(
            line => line.Step.StartsWith("reminder-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["reminder-1", "reminder-2", "reminder-3", "reminder-4"], reminders.Select(line => line.Step));
        Assert.Equal(
            new[]
            {
                TimeSpan.Zero,
                TimeSpan.FromHours(2),
                TimeSpan.FromHours(26),
                TimeSpan.FromHours(50),
            }.Select(after => (DateTimeOffset?)(task.DueAt + after)),
            reminders.Select(line => line.SentAt));
        Assert.All(
            reminders,
            line => Assert.Equal((task.Id, task.Title, $"staff-task-{task.Id}"), (line.TaskId, line.Text, line.Cause)));
    }

    [Fact]
    public async Task A_flash_group_cannot_be_made_one_that_lasts()
    {
        var id = app.NewId("group");
        var body = SampleBodies.Group(id, app.Now.AddHours(3), "Flash");
        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created);
        body["kind"] = "NewBuyer";
        body["charter"]!["endsAt"] = null;

        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Conflict);
        Assert.False(
            (
                await app.SendAsync(
                    HttpMethod.Patch, $"/api/groups/{id}", AppHost.Json(body))).Status is HttpStatusCode.OK);

        await app.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(id)).State);
    }
}
