using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Lifecycle;

/// <summary>Codes and staff tasks follow an edit of a group.</summary>
public sealed class GroupChangesTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Full_group_with_more_places_takes_members_again()
    {
        var (first, second) = (await app.GroupAsync(capacity: 1), await app.GroupAsync());
        var (_, code) = await app.CampaignAsync(first, second);
        await app.JoinAsync(first, "u1", code);
        await app.JoinAsync(second, "u2", code);
        Assert.Equal(second, await app.LandingGroupAsync(code));

        await app.EditGroupAsync(first, new JsonObject { ["capacity"] = 2, ["by"] = "小王" });
        await app.EditGroupAsync(second, new JsonObject { ["capacity"] = 1, ["by"] = "小王" });

        Assert.Equal(first, await app.LandingGroupAsync(code));
        Assert.Equal(GroupState.Full, (await app.GetGroupAsync(second)).State);
    }

    [Fact]
    public async Task New_join_link_is_on_the_landing_page()
    {
        var id = await app.GroupAsync();
        var (_, code) = await app.CampaignAsync(id);
        await app.LandingGroupAsync(code);

        await app.EditGroupAsync(id, new JsonObject { ["joinUrl"] = "https://new.example/join", ["by"] = "小王" });
        await app.LandingGroupAsync(code);

        Assert.Equal("https://new.example/join", (await app.LandAsync(code)).Json.GetProperty("joinUrl").GetString());
    }

    [Fact]
    public async Task Join_link_of_a_planned_group_ends_the_task_that_asks_for_it()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var (first, planned) = (await manual.GroupAsync(capacity: 1), await manual.GroupAsync(joinUrl: null));
        var (_, code) = await manual.CampaignAsync(first, planned);
        await manual.JoinAsync(first, "u1", code);
        await manual.AdvanceAsync(manual.UntilGreeting());
        Assert.Equal(StaffTaskKind.OpenJoinCode, Assert.Single(await manual.TasksAsync(planned)).Kind);

        await manual.EditGroupAsync(planned, new JsonObject { ["joinUrl"] = SampleBodies.JoinUrl, ["by"] = "小王" });

        Assert.Empty(await manual.TasksAsync(planned));
        Assert.Equal(planned, await manual.LandingGroupAsync(code));
    }

    [Fact]
    public async Task Open_tasks_go_to_the_new_owner()
    {
        await using var manual = await AppHost.StartAsync(AppHostSetup.WithEveryAction("Manual"));
        var (group, staff) = (await manual.GroupAsync(), await manual.StaffAsync());
        await manual.JoinAsync(group, "u1");
        await manual.AdvanceAsync(manual.UntilGreeting());

        await manual.EditGroupAsync(group, new JsonObject { ["owner"] = staff, ["by"] = "小王" });

        var tasks = await manual.TasksAsync(group);
        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.Equal(staff, task.Owner));
    }
}
