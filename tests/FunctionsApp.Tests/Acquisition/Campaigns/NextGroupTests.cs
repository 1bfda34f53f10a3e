using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Acquisition.Scans;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

/// <summary>The code of a full group leads to the next group, however that group gets its join link.</summary>
public sealed class NextGroupTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Code_of_a_full_group_leads_to_the_next_open_group()
    {
        var (first, second) = (await app.GroupAsync(capacity: 1), await app.GroupAsync());
        var (_, code) = await app.CampaignAsync(first, second);
        Assert.Equal(first, await app.LandingGroupAsync(code));

        await app.JoinAsync(first, "u1", code);

        Assert.Equal(second, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Free_place_in_an_earlier_group_is_found_when_later_groups_are_full()
    {
        var (first, second) = (await app.GroupAsync(capacity: 1), await app.GroupAsync(capacity: 1));
        var (_, code) = await app.CampaignAsync(first, second);
        await app.JoinAsync(first, "u1", code);
        await app.JoinAsync(second, "u2", code);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.LeaveAsync(first, "u1");

        Assert.Equal(first, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Code_of_a_closed_flash_group_leads_to_the_next_group()
    {
        var flash = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var next = await app.GroupAsync(joinUrl: null);
        var (_, code) = await app.CampaignAsync(flash, next);
        (await app.PostAsync(
            "/api/flash-sales",
            SampleBodies.FlashSale(app.NewId("flash"), flash, app.Now.AddHours(1), app.Now.AddHours(2))))
            .Expecting(HttpStatusCode.Created);

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(next, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Task_to_add_a_group_names_the_one_that_follows()
    {
        var body = SampleBodies.Group(app.NewId("group"), capacity: 1);
        body["naming"] = new JsonObject { ["pattern"] = "RegionField", ["first"] = "杭州", ["second"] = "绿茶" };
        body.Remove("name");
        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created);
        var (_, code) = await app.CampaignAsync((string)body["id"]!);

        await app.JoinAsync((string)body["id"]!, "u1", code);

        var tasks = await app.ListAsync<StaffTaskView>("/api/tasks?");
        Assert.Contains(tasks, task => task.Title.Contains("「杭州绿茶2群」", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Planned_group_gets_its_join_link_from_the_channel()
    {
        var (first, second) = (await app.GroupAsync(capacity: 1), await app.GroupAsync(joinUrl: null));
        var (_, code) = await app.CampaignAsync(first, second);

        await app.JoinAsync(first, "u1", code);

        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(second)).State);
        Assert.Equal(second, await app.LandingGroupAsync(code));
    }

    [Fact]
    public async Task First_planned_group_of_a_campaign_without_an_open_group_gets_its_join_link()
    {
        var (first, second) = (await app.GroupAsync(joinUrl: null), await app.GroupAsync(joinUrl: null));

        var (_, code) = await app.CampaignAsync(first, second);
        await app.RunUntilIdleAsync();

        Assert.Equal(first, await app.LandingGroupAsync(code));
        Assert.Equal(GroupState.Planned, (await app.GetGroupAsync(second)).State);
    }

    [Theory]
    [InlineData("StaffConfirmed")]
    [InlineData("Manual")]
    public async Task Planned_group_waits_for_staff_when_the_channel_cannot_open_it(string capability)
    {
        await using var staffed = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.OpenJoinCode, capability));
        var (first, second) = (await staffed.GroupAsync(capacity: 1), await staffed.GroupAsync(joinUrl: null));
        var (_, code) = await staffed.CampaignAsync(first, second);

        await staffed.JoinAsync(first, "u1", code);
        var task = Assert.Single(await staffed.TasksAsync(second));
        Assert.Equal(
            (StaffTaskKind.OpenJoinCode, GroupState.Planned),
            (task.Kind, (await staffed.GetGroupAsync(second)).State));
        (await staffed.PostAsync(
            $"/api/tasks/{task.Id}/done", new JsonObject { ["joinUrl"] = "https://work.weixin.qq.com/gm/by-hand" }))
            .Expecting(HttpStatusCode.NoContent);
        await staffed.RunUntilIdleAsync();

        var opened = await staffed.GetGroupAsync(second);
        Assert.Equal((GroupState.Open, "https://work.weixin.qq.com/gm/by-hand"), (opened.State, opened.JoinUrl));
    }

    [Fact]
    public async Task Task_for_a_join_link_requires_the_link()
    {
        await using var staffed = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.OpenJoinCode, "Manual"));
        var (first, second) = (await staffed.GroupAsync(capacity: 1), await staffed.GroupAsync(joinUrl: null));
        var (_, code) = await staffed.CampaignAsync(first, second);
        await staffed.JoinAsync(first, "u1", code);
        var task = Assert.Single(await staffed.TasksAsync(second));

        var answer = (await staffed.SendAsync(HttpMethod.Post, $"/api/tasks/{task.Id}/done", null))
            .Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("joinUrl", out _));
        Assert.Single(await staffed.TasksAsync(second));
    }

    [Fact]
    public async Task Staff_get_one_task_for_another_group_when_every_group_is_full()
    {
        var only = await app.GroupAsync(capacity: 1);
        var (campaign, code) = await app.CampaignAsync(only);

        await app.JoinAsync(only, "u1", code);
        await app.JoinAsync(only, "u2", code);

        var tasks = await app.ListAsync<StaffTaskView>("/api/tasks?status=open");
        Assert.Single(
            tasks,
            task => task.Kind is StaffTaskKind.AddGroup && task.Title.Contains(campaign, StringComparison.Ordinal));
    }
}
