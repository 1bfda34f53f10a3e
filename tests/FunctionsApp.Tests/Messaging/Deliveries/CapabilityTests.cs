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
        var group = await GreetedAsync(app);

        var line = Assert.Single(await app.DeliveriesAsync(group));
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal((DeliveryState.AwaitingStaff, task.Id), (line.State, line.TaskId));
        Assert.Equal((StaffTaskKind.SendMessage, app.Now.AddHours(2)), (task.Kind, task.DueAt));
    }

    [Theory]
    [InlineData("StaffConfirmed")]
    [InlineData("Manual")]
    public async Task Delivery_is_sent_at_the_instant_its_task_is_done(string capability)
    {
        await using var app = await StartAsync(capability);
        var group = await GreetedAsync(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        var greeting = Assert.Single(await app.DeliveriesAsync(group));
        (await app.DoneAsync(greeting.TaskId!)).Expecting(HttpStatusCode.NoContent);

        var after = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal((DeliveryState.Sent, app.Now), (after.State, after.SentAt));
    }

    [Fact]
    public async Task Person_greets_the_newcomers_of_a_quarter_of_an_hour_by_one_task()
    {
        await using var app = await StartAsync("Manual");
        var group = await app.GroupAsync();
        foreach (var member in (string[])["u1", "u2", "u3"])
        {
            await app.JoinAsync(group, member, name: $"群友{member}");
            await app.AdvanceAsync(TimeSpan.FromMinutes(4));
        }

        Assert.Empty(await app.TasksAsync(group));
        await app.AdvanceAsync(app.UntilGreeting());

        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Contains("群友u1、群友u2、群友u3", task.Title, StringComparison.Ordinal);
        var greeting = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal(("greeting", 3), (greeting.Step, greeting.MemberIds!.Count));
        Assert.All(
            ["欢迎", "群里的约定", "群名片"],
            part => Assert.Contains(part, greeting.Text, StringComparison.Ordinal));
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

    static async Task<string> GreetedAsync(AppHost app)
    {
        var group = await WelcomedAsync(app);
        await app.AdvanceAsync(app.UntilGreeting());
        return group;
    }

    static async Task<string> WelcomedAsync(AppHost app)
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        return group;
    }
}
