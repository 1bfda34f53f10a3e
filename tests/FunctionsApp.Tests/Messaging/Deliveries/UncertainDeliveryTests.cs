using System.Net;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>A channel whose answer never came, or that said no.</summary>
public sealed class UncertainDeliveryTests
{
    [Fact]
    public async Task What_may_have_been_sent_is_uncertain_and_never_sent_again()
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
    public async Task A_person_who_looked_makes_an_uncertain_message_sent()
    {
        await using var app = await new ScriptedChannel(_ => throw new HttpRequestException("the connection broke")).StartAsync();
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));
        await app.JoinAsync(group, "u1");
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(StaffTaskKind.CheckMessage, task.Kind);

        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);

        Assert.Equal(DeliveryState.Sent, Assert.Single(await app.DeliveriesAsync(group)).State);
    }

    [Fact]
    public async Task What_the_channel_refused_has_failed_with_its_reason()
    {
        await using var app = await new ScriptedChannel(_ => new ChannelReply.Refused("the robot was removed")).StartAsync();
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));

        await app.JoinAsync(group, "u1");

        var line = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal((DeliveryState.Failed, "the robot was removed"), (line.State, line.Reason));
    }
}
