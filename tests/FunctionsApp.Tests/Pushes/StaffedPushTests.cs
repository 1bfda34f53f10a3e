using System.Net;
using Azure;
using Azure.Data.Tables;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Pushes;

/// <summary>A person sends the messages to groups.</summary>
public sealed class StaffedPushTests
{
    [Fact]
    public async Task Push_is_sent_when_its_staff_task_is_done()
    {
        await using var app = await StartAsync();
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());
        await app.AdvanceAsync(at - app.Now);
        Assert.Equal(PushState.AwaitingStaff, (await app.PushesAsync(group))[0].State);

        await app.AdvanceAsync(TimeSpan.FromMinutes(10));
        await app.DoneAsync(Assert.Single(await app.TasksAsync(group)).Id);

        var sent = (await app.PushesAsync(group))[0];
        Assert.Equal((PushState.Sent, false, (DateTimeOffset?)at.AddMinutes(10)), (sent.State, sent.Late, sent.SentAt));
    }

    [Fact]
    public async Task Confirming_a_push_whose_message_is_uncertain_ends_the_task_to_check_it()
    {
        var channel = new ScriptedChannel(_ => throw new HttpRequestException("the connection broke"));
        await using var app = await channel.StartAsync();
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());
        await app.AdvanceAsync(at - app.Now);
        Assert.Equal(StaffTaskKind.CheckMessage, Assert.Single(await app.TasksAsync(group)).Kind);

        (await app.CommandAsync((await app.PushesAsync(group))[0].Id, "confirm")).Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        Assert.Empty(await app.TasksAsync(group));
        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Equal(DeliveryState.Sent, line.State);
    }

    [Fact]
    public async Task Push_that_nobody_sends_in_time_is_missed_and_its_task_withdrawn()
    {
        await using var app = await StartAsync();
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());

        await app.AdvanceAsync(at - app.Now + TimeSpan.FromHours(3));

        Assert.Equal(PushState.Missed, (await app.PushesAsync(group))[0].State);
        Assert.Empty(await app.TasksAsync(group));
        Assert.Equal(
            DeliveryState.Skipped,
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push").State);
    }

    [Fact]
    public async Task Push_whose_task_is_done_in_time_is_sent_although_its_delivery_follows_after_the_end()
    {
        await using var app = await StartAsync();
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());
        await app.AdvanceAsync(at - app.Now);
        var task = Assert.Single(await app.TasksAsync(group)).Id;
        var tasks = app.Services.GetRequiredService<StaffTaskStore>();
        // The app ends before it sends the message about the task.
        await tasks.DecideAsync(task, new StaffTaskCommand.Complete(app.Now, JoinUrl: null));
        await app.AdvanceAsync(TimeSpan.FromHours(3));

        await app.DoneAsync(task);

        var sent = (await app.PushesAsync(group))[0];
        Assert.Equal(PushState.Sent, sent.State);
        Assert.Equal(
            DeliveryState.Sent,
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push").State);
    }

    [Fact]
    public async Task Delivery_of_a_missed_push_is_withdrawn_although_the_first_attempt_fails()
    {
        var interception = new WriteInterception(text =>
            text.Contains("sent-", StringComparison.Ordinal)
            && text.Contains("\"state\":\"Skipped\"", StringComparison.Ordinal))
        {
            BeforeAsync = _ => throw new RequestFailedException("The table does not answer."),
        };
        await using var app = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.SendToGroup, "Manual") with
        {
            Configure = builder => builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(interception),
        });
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());

        await app.AdvanceAsync(at - app.Now + TimeSpan.FromHours(3));

        Assert.True(interception.WasMet);
        Assert.Equal(PushState.Missed, (await app.PushesAsync(group))[0].State);
        Assert.Empty(await app.TasksAsync(group));
    }

    [Fact]
    public async Task Push_is_confirmed_by_itself_and_its_task_ends()
    {
        await using var app = await StartAsync();
        var (group, at) = await PlannedAsync(app, await app.GroupAsync());
        await app.AdvanceAsync(at - app.Now);

        await app.CommandAsync((await app.PushesAsync(group))[0].Id, "confirm");
        await app.RunUntilIdleAsync();

        Assert.Equal(PushState.Sent, (await app.PushesAsync(group))[0].State);
        Assert.Empty(await app.TasksAsync(group));
        Assert.Equal(
            DeliveryState.Sent,
            Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push").State);
    }

    [Fact]
    public async Task Tap_of_a_push_that_is_not_sent_is_given_back()
    {
        await using var app = await StartAsync(("Push:OwnerTapsPerDay", "1"));
        var owner = await app.StaffAsync();
        List<string> groups = [await app.GroupAsync(), await app.GroupAsync()];
        foreach (var group in groups) await app.EditGroupAsync(group, new() { ["by"] = "小王", ["owner"] = owner });
        var (_, at) = await PlannedAsync(app, groups[0]);
        await app.PlanAsync(groups[1], PushClient.Daily("s1", "15:00", await app.ApprovedAsync()));
        await app.AdvanceAsync(at - app.Now);

        (await app.CommandAsync((await app.PushesAsync(groups[0]))[0].Id, "skip")).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(PushState.AwaitingStaff, (await app.PushesAsync(groups[1]))[0].State);
    }

    [Fact]
    public async Task Owner_is_asked_for_no_more_pushes_a_day_than_the_limit()
    {
        await using var app = await StartAsync(("Push:OwnerTapsPerDay", "2"));
        var owner = await app.StaffAsync();
        List<string> groups = [];
        DateTimeOffset at = default;
        for (var i = 0; i < 3; i++)
        {
            var group = await app.GroupAsync();
            await app.EditGroupAsync(group, new() { ["by"] = "小王", ["owner"] = owner });
            (_, at) = await PlannedAsync(app, group);
            groups.Add(group);
        }

        await app.AdvanceAsync(at - app.Now + TimeSpan.FromMinutes(1));

        var pushes = await Task.WhenAll(groups.Select(async group => (await app.PushesAsync(group))[0]));
        Assert.Equal(2, pushes.Count(push => push.State is PushState.AwaitingStaff));
        Assert.Equal(PushGuard.OwnerTaps, Assert.Single(pushes, push => push.State is PushState.Skipped).Guard);
    }

    static Task<AppHost> StartAsync(params (string Name, string Value)[] settings) =>
        AppHost.StartAsync(new AppHostSetup
        {
            Settings = settings
                .Append(($"Simulated:{ChannelAction.SendToGroup}", "Manual"))
                .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal),
        });

    static async Task<(string Group, DateTimeOffset At)> PlannedAsync(AppHost app, string group)
    {
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        return (group, (await app.PushesAsync(group))[0].PlannedAt);
    }
}
