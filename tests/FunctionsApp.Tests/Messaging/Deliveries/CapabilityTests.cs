using System.Net;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Messaging.Deliveries;

/// <summary>Deliveries of a channel that sends alone, sends after a confirmation, or leaves sending to staff.</summary>
public sealed class CapabilityTests
{
    [Fact]
    public async Task Automatic_delivery_is_sent_with_the_message_id_of_the_channel()
    {
        await using var app = await StartAsync("Automatic");
        var group = await WelcomedAsync(app);

        Assert.All(
            await app.DeliveriesAsync(group),
            line => Assert.Equal((DeliveryState.Sent, true), (line.State, line.ChannelMessageId is not null)));
        Assert.Empty(await app.TasksAsync(group));
    }

    [Theory]
    [InlineData("StaffConfirmed")] // a welcome does not use the daily group send, which sales need
    [InlineData("Manual")]
    public async Task Delivery_that_needs_a_person_awaits_staff_with_a_task_of_its_own(string capability)
    {
        await using var app = await StartAsync(capability);
        var group = await WelcomedAsync(app);

        var lines = await app.DeliveriesAsync(group);
        var tasks = await app.TasksAsync(group);
        Assert.All(lines, line => Assert.Equal(DeliveryState.AwaitingStaff, line.State));
        Assert.Equal(
            lines.Select(line => line.TaskId).Order(StringComparer.Ordinal),
            tasks.Select(task => task.Id).Order(StringComparer.Ordinal));
        Assert.All(tasks, task => Assert.Equal(
            (StaffTaskKind.SendMessage, app.Now.AddHours(2)), (task.Kind, task.DueAt)));
    }

    [Theory]
    [InlineData("StaffConfirmed")]
    [InlineData("Manual")]
    public async Task Delivery_is_sent_at_the_instant_its_task_is_done(string capability)
    {
        await using var app = await StartAsync(capability);
        var group = await WelcomedAsync(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        var welcome = (await app.DeliveriesAsync(group))[0];
        (await app.DoneAsync(welcome.TaskId!)).Expecting(HttpStatusCode.NoContent);

        var after = await app.DeliveriesAsync(group);
        Assert.Equal((DeliveryState.Sent, app.Now), (after[0].State, after[0].SentAt));
        Assert.All(after.Skip(1), line => Assert.Equal(DeliveryState.AwaitingStaff, line.State));
    }

    [Fact]
    public async Task Task_to_send_a_private_message_names_the_receiver()
    {
        await using var app = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.SendToMember, "Manual"));
        var group = await WelcomedAsync(app);

        await app.AdvanceAsync(TimeSpan.FromHours(24));

        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(StaffTaskKind.SendMessage, task.Kind);
        Assert.Contains("u1", task.Title, StringComparison.Ordinal);
    }

    static Task<AppHost> StartAsync(string capability) =>
        AppHost.StartAsync(AppHostSetup.With(ChannelAction.SendToGroup, capability));

    static async Task<string> WelcomedAsync(AppHost app)
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        return group;
    }
}
