using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Lifecycle;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Lifecycle.Endings;

public sealed class GroupEndTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("SuperUser")]
    [InlineData("NewBuyer")]
    [InlineData("Delivery")]
    [InlineData("Flash")]
    public async Task Ended_group_reads_a_farewell_and_is_dissolved(string kind)
    {
        var id = await app.GroupAsync(kind: kind, endsAt: app.Now.AddDays(1));

        var ended = (await app.EndGroupAsync(id)).Expecting(HttpStatusCode.Accepted).As<GroupView>();

        Assert.Equal(GroupState.Closed, ended.State);
        Assert.Equal(
            ["farewell", "dissolve"],
            (await app.DeliveriesAsync(id)).Where(line => line.State is DeliveryState.Sent).Select(line => line.Step));
        Assert.Equal((GroupState.Dissolved, app.Now), await app.DissolutionAsync(id));
        Assert.Equal(
            new GroupChange(app.Now, "小王", "提前结束本群，原因：活动取消"),
            Assert.Single(await app.HistoryAsync(id)));
        Assert.Equal("Completed", await app.StatusAsync(LifecycleInstanceIds.GroupEnd(id)));
    }

    [Fact]
    public async Task Campaigns_lead_past_an_ended_group()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var (_, code) = await app.CampaignAsync(first, second);
        Assert.Equal(first, await app.LandingGroupAsync(code));

        await app.EndGroupAsync(first);

        Assert.Equal(second, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Repeated_end_is_202_and_the_end_of_a_dissolved_group_is_409()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var id = await manual.GroupAsync();

        var first = (await manual.EndGroupAsync(id)).Expecting(HttpStatusCode.Accepted);
        var again = (await manual.EndGroupAsync(id, "另一个原因")).Expecting(HttpStatusCode.Accepted);

        Assert.Equal(first.Text, again.Text);
        Assert.Single(await manual.HistoryAsync(id));
        await CompleteAsync(manual, id, StaffTaskKind.SendMessage);
        await CompleteAsync(manual, id, StaffTaskKind.DissolveGroup);
        Assert.Equal(GroupState.Dissolved, (await manual.GetGroupAsync(id)).State);
        Assert.Empty(await manual.TasksAsync(id));
        (await manual.EndGroupAsync(id)).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Staffed_farewell_of_a_flash_group_without_a_sale_leads_to_its_dissolution()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var id = await manual.GroupAsync(kind: "Flash", endsAt: manual.Now.AddDays(1));
        await manual.EndGroupAsync(id);

        await CompleteAsync(manual, id, StaffTaskKind.SendMessage);

        Assert.Equal(StaffTaskKind.DissolveGroup, Assert.Single(await manual.TasksAsync(id)).Kind);
    }

    [Fact]
    public async Task Farewell_that_nobody_sends_does_not_keep_the_group()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var id = await manual.GroupAsync();
        await manual.EndGroupAsync(id);

        await manual.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(GroupState.Dissolving, (await manual.GetGroupAsync(id)).State);
        Assert.Contains(await manual.TasksAsync(id), task => task.Kind is StaffTaskKind.DissolveGroup);
    }

    [Theory]
    [InlineData("by", null)]
    [InlineData("by", "\"\"")]
    [InlineData("reason", null)]
    [InlineData("reason", "\"a\\u0000b\"")]
    [InlineData("colour", "\"red\"")]
    public async Task End_with_an_invalid_field_is_refused_with_its_name(string field, string? json)
    {
        var id = await app.GroupAsync();
        var body = SpoiledJson.Replace(new JsonObject { ["by"] = "小王", ["reason"] = "活动取消" }, field, json);

        (await app.SendBytesAsync(HttpMethod.Post, $"/api/groups/{id}/end", body)).Names(field);

        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(id)).State);
    }

    [Fact]
    public async Task End_of_an_unknown_group_is_404() =>
        (await app.EndGroupAsync("no-such-group")).IsProblem(HttpStatusCode.NotFound);

    static async Task CompleteAsync(AppHost app, string group, StaffTaskKind kind)
    {
        var task = Assert.Single(await app.TasksAsync(group), task => task.Kind == kind);
        (await app.SendAsync(HttpMethod.Post, $"/api/tasks/{task.Id}/done", null)).Expecting(HttpStatusCode.NoContent);
        await app.RunUntilIdleAsync();
    }
}
