using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class StaffTaskTests(StaffTaskTests.StaffedHost app) : IClassFixture<StaffTaskTests.StaffedHost>
{
    /// <summary>Every message needs a person.</summary>
    public sealed class StaffedHost() : AppHost(AppHostSetup.With(ChannelAction.SendToGroup, "Manual"));

    [Fact]
    public async Task A_task_has_the_contracts_fields()
    {
        var task = await TaskAsync();

        var shown = (await app.GetAsync("/api/tasks?status=open&top=200")).Json.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == task.Id);

        Assert.Equal(("SendMessage", task.GroupId, "open", 0), (Text("kind"), Text("groupId"), Text("status"), shown.GetProperty("escalations").GetInt32()));
        Assert.NotEmpty(Text("title")!);
        Assert.Equal(app.Now.AddHours(2), shown.GetProperty("dueAt").GetDateTimeOffset());

        string? Text(string field) => shown.GetProperty(field).GetString();
    }

    [Fact]
    public async Task Staff_are_reminded_when_the_task_is_due_two_hours_later_and_every_day()
    {
        var task = await TaskAsync();

        Assert.Equal(0, await EscalationsAfterAsync(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1)));
        Assert.Equal(1, await EscalationsAfterAsync(TimeSpan.FromSeconds(1)));
        Assert.Equal(2, await EscalationsAfterAsync(TimeSpan.FromHours(2)));
        Assert.Equal(3, await EscalationsAfterAsync(TimeSpan.FromHours(24)));
        Assert.Equal(33, await EscalationsAfterAsync(TimeSpan.FromDays(30)));

        async Task<int> EscalationsAfterAsync(TimeSpan time)
        {
            await app.AdvanceAsync(time);
            return Assert.Single(await app.TasksAsync(task.GroupId!), open => open.Id == task.Id).Escalations;
        }
    }

    [Fact]
    public async Task A_done_task_leaves_the_inbox_and_nobody_is_reminded_of_it()
    {
        var task = await TaskAsync();

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        var doneAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.DoesNotContain(await app.TasksAsync(task.GroupId!), open => open.Id == task.Id);
        var done = Assert.Single(await app.TasksAsync(task.GroupId!, "done"), candidate => candidate.Id == task.Id);
        Assert.Equal((0, doneAt), (done.Escalations, done.DoneAt));
        Assert.Equal("Completed", await app.StatusAsync(MessagingInstanceIds.StaffTask(task.Id)));
    }

    [Fact]
    public async Task A_task_may_be_done_twice_and_keeps_its_first_instant()
    {
        var task = await TaskAsync();
        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        var doneAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);

        Assert.Equal(doneAt, Assert.Single(await app.TasksAsync(task.GroupId!, "done")).DoneAt);
    }

    [Fact]
    public async Task The_channel_may_say_that_a_task_is_done()
    {
        var task = await TaskAsync();

        await app.SendEventAsync("task.done", new JsonObject { ["taskId"] = task.Id });

        Assert.Contains(await app.TasksAsync(task.GroupId!, "done"), done => done.Id == task.Id);
    }

    [Fact]
    public async Task The_most_urgent_task_comes_first()
    {
        var early = await TaskAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var late = await TaskAsync();

        var ids = (await app.ListAsync<StaffTaskView>("/api/tasks?status=open")).Select(task => task.Id).ToList();

        Assert.True(ids.IndexOf(early.Id) < ids.IndexOf(late.Id));
    }

    [Fact]
    public async Task An_unknown_task_is_404_and_an_unknown_status_400()
    {
        (await app.DoneAsync("task-none")).Expecting(HttpStatusCode.NotFound);
        var answer = (await app.GetAsync("/api/tasks?status=late")).Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("status", out _));
    }

    // A flash group's newcomer gets one line, and that one needs a person.
    async Task<StaffTaskView> TaskAsync()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(90));
        await app.JoinAsync(group, "u1");
        return Assert.Single(await app.TasksAsync(group));
    }
}
