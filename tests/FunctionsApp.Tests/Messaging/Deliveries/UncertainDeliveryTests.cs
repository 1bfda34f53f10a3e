using System.Net;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>Deliveries of a channel that does not answer or that refuses.</summary>
public sealed class UncertainDeliveryTests
{
    [Fact]
    public async Task Message_without_an_answer_is_uncertain_and_not_sent_again()
    {
        var channel = new ScriptedChannel(_ => throw new HttpRequestException("the connection broke"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));

        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(DeliveryState.Uncertain, Assert.Single(await app.DeliveriesAsync(group)).State);
        Assert.Single(channel.Calls);
    }

    [Fact]
    public async Task Uncertain_message_is_sent_when_its_task_is_done()
    {
        var channel = new ScriptedChannel(_ => throw new HttpRequestException("the connection broke"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));
        await app.JoinAsync(group, "u1");
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(StaffTaskKind.CheckMessage, task.Kind);

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);

        Assert.Equal(DeliveryState.Sent, Assert.Single(await app.DeliveriesAsync(group)).State);
    }

    [Fact]
    public async Task Message_that_the_channel_refused_has_failed_with_the_reason()
    {
        var channel = new ScriptedChannel(_ => new ChannelReply.Refused("the robot was removed"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));

        await app.JoinAsync(group, "u1");

        var line = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal((DeliveryState.Failed, "the robot was removed"), (line.State, line.Reason));
    }
}
