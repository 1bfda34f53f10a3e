using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Care.Promises;

/// <summary>The alert before a unit is missed.</summary>
public sealed class PromiseAlertTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Owner_is_alerted_a_day_before_a_unit_is_due()
    {
        var group = await app.DeliveryGroupAsync();
        var owner = await app.StaffAsync();
        await app.EditGroupAsync(group, new JsonObject { ["owner"] = owner, ["by"] = "小王" });
        var id = await app.PromiseLessonsAsync(group, 48, 96);
        await app.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(2));
        Assert.Empty(await app.PromiseTasksAsync(group));

        await app.AdvanceAsync(TimeSpan.FromMinutes(4));

        var task = Assert.Single(await app.PromiseTasksAsync(group));
        var promise = await app.PromiseAsync(id);
        Assert.Equal((owner, promise.Units[0].DueAt), (task.Owner, task.DueAt));
        Assert.Contains("第 1 课", task.Title, StringComparison.Ordinal);
        Assert.NotNull(promise.Units[0].AlertedAt);
        await app.DeliverAsync(id);
        Assert.Empty(await app.PromiseTasksAsync(group));
        await app.AdvanceAsync(TimeSpan.FromHours(48));
        Assert.Contains("第 2 课", Assert.Single(await app.PromiseTasksAsync(group)).Title, StringComparison.Ordinal);
        Assert.Equal(0, (await app.PromiseAsync(id)).Late);
    }

    [Fact]
    public async Task Unit_that_is_due_within_a_day_is_alerted_at_once()
    {
        var group = await app.DeliveryGroupAsync();
        await app.PromiseLessonsAsync(group, 3);

        Assert.Single(await app.PromiseTasksAsync(group));
    }

    [Fact]
    public async Task Missed_unit_is_late_and_its_task_opens_again_until_it_is_delivered()
    {
        var group = await app.DeliveryGroupAsync();
        var id = await app.PromiseLessonsAsync(group, 3);
        await app.DoneAsync(Assert.Single(await app.PromiseTasksAsync(group)).Id);
        Assert.Empty(await app.PromiseTasksAsync(group));

        await app.AdvanceAsync(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(3));

        Assert.Contains("逾期", Assert.Single(await app.PromiseTasksAsync(group)).Title, StringComparison.Ordinal);
        var missed = await app.PromiseAsync(id);
        Assert.Equal((1, true), (missed.Late, missed.Units[0].MissedAt is not null));
        await app.DeliverAsync(id);
        Assert.Empty(await app.PromiseTasksAsync(group));
        var late = await app.PromiseAsync(id);
        Assert.Equal((1, 1), (late.Delivered, late.Late));
    }

    [Fact]
    public async Task Late_record_of_a_delivery_in_time_is_not_late()
    {
        var id = await app.PromiseLessonsAsync(await app.DeliveryGroupAsync(), 3);
        var inTime = app.Now.AddHours(2);
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        await app.DeliverAsync(id, 1, new JsonObject { ["at"] = inTime });

        Assert.Equal((1, 0), ((await app.PromiseAsync(id)).Delivered, (await app.PromiseAsync(id)).Late));
    }

    [Fact]
    public async Task Dissolved_group_has_no_alert()
    {
        var group = await app.DeliveryGroupAsync();
        var id = await app.PromiseLessonsAsync(group, 48);
        await app.DissolvedAsync(group);

        await app.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.Empty(await app.PromiseTasksAsync(group));
        Assert.Equal(1, (await app.PromiseAsync(id)).Late);
    }

    [Fact]
    public async Task Group_in_silence_is_asked_when_it_is_released()
    {
        var group = await app.DeliveryGroupAsync();
        var id = await app.PromiseLessonsAsync(group, 48);
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);
        await app.DeliverAsync(id);
        Assert.NotEqual("Sent", await StateAsync(group));

        (await app.ReleaseGroupAsync(group)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal("Sent", await StateAsync(group));
    }

    async Task<string> StateAsync(string group) =>
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "gain-1").State.ToString();
}
