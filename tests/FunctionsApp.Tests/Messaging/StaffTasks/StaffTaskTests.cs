using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

public sealed class StaffTaskTests(StaffTaskTests.StaffedHost app) : IClassFixture<StaffTaskTests.StaffedHost>
{
    /// <summary>A host whose group messages are all sent by a person.</summary>
    public sealed class StaffedHost() : AppHost(AppHostSetup.With(ChannelAction.SendToGroup, "Manual"));

    [Fact]
    public async Task Task_has_the_fields_of_the_contract()
    {
        var task = await TaskAsync();

        var list = await app.GetAsync("/api/tasks?status=open&top=200");
        var shown = list.Json.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("id").GetString() == task.Id);

        Assert.Equal(("SendMessage", task.GroupId, "open"), (Text("kind"), Text("groupId"), Text("status")));
        Assert.Equal(0, shown.GetProperty("escalations").GetInt32());
        Assert.NotEmpty(Text("title")!);
        Assert.Equal(app.Now.AddHours(2), shown.GetProperty("dueAt").GetDateTimeOffset());

        string? Text(string field) => shown.GetProperty(field).GetString();
    }

    [Fact]
    public async Task Staff_are_reminded_at_the_due_time_two_hours_later_and_then_daily()
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
    public async Task Done_task_leaves_the_inbox_and_is_not_escalated()
    {
        var task = await TaskAsync();

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        var doneAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.DoesNotContain(await app.TasksAsync(task.GroupId!), open => open.Id == task.Id);
        var done = Assert.Single(await app.TasksAsync(task.GroupId!, "done"), candidate => candidate.Id == task.Id);
        Assert.Equal((0, doneAt), (done.Escalations, done.DoneAt));
    }

    [Fact]
    public async Task Second_completion_keeps_the_instant_of_the_first()
    {
        var task = await TaskAsync();
        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        var doneAt = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);

        Assert.Equal(doneAt, Assert.Single(await app.TasksAsync(task.GroupId!, "done")).DoneAt);
    }

    [Fact]
    public async Task Task_done_event_of_the_channel_completes_the_task()
    {
        var task = await TaskAsync();

        await app.SendEventAsync("task.done", new JsonObject { ["taskId"] = task.Id });

        Assert.Contains(await app.TasksAsync(task.GroupId!, "done"), done => done.Id == task.Id);
    }

    [Fact]
    public async Task Most_urgent_task_is_listed_first()
    {
        var early = await TaskAsync();
        var late = await TaskAsync();

        var ids = (await app.ListAsync<StaffTaskView>("/api/tasks?status=open")).Select(task => task.Id).ToList();

        Assert.True(ids.IndexOf(early.Id) < ids.IndexOf(late.Id));
    }

    [Fact]
    public async Task Unknown_task_is_404_and_unknown_status_400()
    {
        (await app.DoneAsync("task-none")).Expecting(HttpStatusCode.NotFound);
        var answer = (await app.GetAsync("/api/tasks?status=late")).Expecting(HttpStatusCode.BadRequest);

        Assert.True(answer.Json.GetProperty("errors").TryGetProperty("status", out _));
    }

    // A newcomer of a flash group gets one message, which a person sends.
    async Task<StaffTaskView> TaskAsync()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(90));
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(app.UntilGreeting());
        return Assert.Single(await app.TasksAsync(group));
    }
}
