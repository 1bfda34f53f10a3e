using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class StaffTaskOwnerTests(StaffTaskOwnerTests.StaffedHost app)
    : IClassFixture<StaffTaskOwnerTests.StaffedHost>
{
    /// <summary>A host whose group messages are all sent by a person.</summary>
    public sealed class StaffedHost() : AppHost(AppHostSetup.With(ChannelAction.SendToGroup, "Manual"));

    [Fact]
    public async Task Tasks_of_a_group_belong_to_its_owner_and_are_listed_by_owner()
    {
        var (lin, wang) = (await StaffAsync("小林"), await StaffAsync("小王"));
        var (first, second) = (await GroupWithTaskAsync(lin), await GroupWithTaskAsync(wang));
        await GroupWithTaskAsync(owner: null);

        var ofLin = await TasksOfAsync(lin);

        Assert.Equal((first, lin), (Assert.Single(ofLin).GroupId, ofLin[0].Owner));
        Assert.Equal(second, Assert.Single(await TasksOfAsync(wang)).GroupId);
    }

    [Fact]
    public async Task Done_task_leaves_the_list_of_its_owner()
    {
        var owner = await StaffAsync("小林");
        await GroupWithTaskAsync(owner);
        var task = Assert.Single(await TasksOfAsync(owner));

        await app.DoneAsync(task.Id);

        Assert.Empty(await TasksOfAsync(owner));
        Assert.Equal(task.Id, Assert.Single(await TasksOfAsync(owner, "done")).Id);
    }

    [Fact]
    public async Task Open_tasks_move_to_a_new_owner()
    {
        var (old, other) = (await StaffAsync("小林"), await StaffAsync("小王"));
        var group = await GroupWithTaskAsync(old);
        var tasks = app.Services.GetRequiredService<StaffTaskService>();

        await tasks.AssignTasksOfGroupAsync(group, other);
        await tasks.AssignTasksOfGroupAsync(group, other);

        Assert.Empty(await TasksOfAsync(old));
        Assert.Equal(group, Assert.Single(await TasksOfAsync(other)).GroupId);
    }

    [Fact]
    public async Task Unknown_owner_is_400() => (await app.GetAsync("/api/tasks?owner=nobody")).Names("owner");

    async Task<string> StaffAsync(string name)
    {
        var id = app.NewId("staff");
        var body = new JsonObject { ["id"] = id, ["name"] = name };
        (await app.PostAsync("/api/staff", body)).Expecting(HttpStatusCode.Created);
        return id;
    }

    async Task<string> GroupWithTaskAsync(string? owner)
    {
        var id = app.NewId("group");
        var body = SampleBodies.Group(id, app.Now.AddDays(90), "Flash");
        body["owner"] = owner;
        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.Created);
        await app.JoinAsync(id, "u1");
        await app.AdvanceAsync(app.UntilGreeting());
        return id;
    }

    Task<IReadOnlyList<StaffTaskView>> TasksOfAsync(string owner, string status = "open") =>
        app.ListAsync<StaffTaskView>($"/api/tasks?owner={owner}&status={status}");
}
