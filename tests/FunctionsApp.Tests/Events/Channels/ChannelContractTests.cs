using System.Net;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>What an app does on every platform. The message of these tests is the farewell of an ended group.</summary>
public abstract class ChannelContractTests(ContractPlatform platform)
{
    readonly AppHost app = platform.App;

    Capability Sending => platform.Of(ChannelAction.SendToGroup);

    [Fact]
    public async Task Capabilities_tell_the_name_and_what_becomes_of_every_action()
    {
        var view = (await app.GetAsync("/api/channel/capabilities"))
            .Expecting(HttpStatusCode.OK)
            .As<ChannelCapabilitiesView>();

        Assert.Equal(platform.Name, view.Channel);
        Assert.Equal(
            Enum.GetValues<ChannelAction>().Select(action => (action, platform.Of(action))),
            view.Actions.Select(action => (action.Action, action.Capability)));
        Assert.All(view.Actions, action =>
        {
            Assert.Equal(action.Capability is Capability.Unavailable, action.Fallback is not null);
            Assert.NotEmpty(action.Note);
        });
        Assert.Equal(platform.ReportsMessages, app.Services.GetRequiredService<IChannel>().ReportsMessages);
    }

    [Fact]
    public async Task Message_is_answered_as_the_capability_says_and_ends_as_sent()
    {
        var group = await platform.GroupAsync();

        await app.EndGroupAsync(group);

        var sent = await FarewellAsync(group);
        Assert.Equal([sent.Text], await platform.MessagesAsync(group));
        if (Sending is Capability.StaffConfirmed)
        {
            var task = Assert.Single(await app.TasksAsync(group));
            Assert.Equal(
                (DeliveryState.AwaitingStaff, task.Id, StaffTaskKind.ConfirmMessage),
                (sent.State, sent.TaskId, task.Kind));
            await platform.ConfirmAsync(group);
            sent = await FarewellAsync(group);
            Assert.DoesNotContain(await app.TasksAsync(group), open => open.Id == task.Id);
        }

        Assert.Equal(DeliveryState.Sent, sent.State);
        Assert.Equal([sent.Text], await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Repeated_command_has_one_effect_on_the_platform()
    {
        var group = await platform.GroupAsync();

        await app.EndGroupAsync(group);
        await app.EndGroupAsync(group);
        await DeliverAgainAsync(group);

        Assert.Single(await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Message_whose_answer_is_lost_is_not_sent_again_and_a_person_looks()
    {
        var group = await platform.GroupAsync();
        platform.LoseNextAnswer();

        await app.EndGroupAsync(group);
        await DeliverAgainAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(50));

        var uncertain = await FarewellAsync(group);
        var check = Assert.Single(await app.TasksAsync(group), task => task.Kind is StaffTaskKind.CheckMessage);
        Assert.Equal(DeliveryState.Uncertain, uncertain.State);
        Assert.Contains(uncertain.Text, check.Title, StringComparison.Ordinal);
        Assert.Single(await platform.MessagesAsync(group));
        (await app.DoneAsync(check.Id)).Expecting(HttpStatusCode.NoContent);
        Assert.Equal(DeliveryState.Sent, (await FarewellAsync(group)).State);
        Assert.Single(await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Message_that_does_not_reach_the_platform_is_left_to_a_person_and_not_lost()
    {
        var group = await platform.GroupAsync();
        platform.DropNextMessage();

        await app.EndGroupAsync(group);
        await DeliverAgainAsync(group);

        var open = await FarewellAsync(group);
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Contains(open.Text, task.Title, StringComparison.Ordinal);
        Assert.Empty(await platform.MessagesAsync(group));
        (await app.DoneAsync(task.Id)).Expecting(HttpStatusCode.NoContent);
        Assert.Equal(DeliveryState.Sent, (await FarewellAsync(group)).State);
        Assert.Empty(await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Text_that_the_platform_does_not_take_goes_to_a_person_uncut()
    {
        var group = await platform.GroupAsync();
        var text = new string('群', (TextLimit.GroupSendBytes / 3) + 1);

        await app.Services.GetRequiredService<DeliveryDispatcher>().DeliverAsync(new NewDelivery(
            group, "long", group, null, ChannelAction.SendToGroup, DeliveryPriority.Sale, text, app.Now));

        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "long");
        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == line.TaskId);
        Assert.Equal((DeliveryState.AwaitingStaff, text), (line.State, line.Text));
        Assert.Equal(StaffTaskKind.SendMessage, task.Kind);
        Assert.Empty(await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Private_message_is_sent_or_left_to_a_person_who_knows_the_member()
    {
        var group = await platform.GroupAsync();
        await platform.JoinAsync(group, "wmPrivate", "小林");

        await app.AdvanceAsync(TimeSpan.FromHours(25));

        var reminder = Assert.Single(await app.DeliveriesAsync(group), line => line.To is ChannelAction.SendToMember);
        Assert.Equal("wmPrivate", reminder.MemberId);
        if (platform.Of(ChannelAction.SendToMember) is Capability.Automatic)
        {
            Assert.Equal(DeliveryState.Sent, reminder.State);
            return;
        }

        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == reminder.TaskId);
        Assert.Equal(DeliveryState.AwaitingStaff, reminder.State);
        Assert.Contains("小林", task.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_is_dissolved_by_the_platform_or_by_the_person_of_a_task()
    {
        var group = await platform.GroupAsync();

        await app.EndGroupAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(70));

        if (platform.Of(ChannelAction.DissolveGroup) is not Capability.Automatic)
        {
            Assert.Equal(GroupState.Dissolving, (await app.GetGroupAsync(group)).State);
            Assert.Contains(await app.TasksAsync(group), task => task.Kind is StaffTaskKind.DissolveGroup);
            await platform.DissolveAsync(group);
        }

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(group)).State);
        Assert.Empty(await app.TasksAsync(group));
    }

    [Fact]
    public async Task Group_that_a_person_dissolved_takes_no_message()
    {
        var (group, content) = (await platform.GroupAsync(), await app.ContentAsync());

        await platform.DissolveAsync(group);

        (await app.EndGroupAsync(group)).IsProblem(HttpStatusCode.Conflict);
        (await app.TestSendAsync(content, group)).IsProblem(HttpStatusCode.Conflict);
        Assert.Empty(await app.DeliveriesAsync(group));
        Assert.Empty(await platform.MessagesAsync(group));
    }

    [Fact]
    public async Task Member_who_joins_on_the_platform_joins_the_group()
    {
        var group = await platform.GroupAsync();

        await platform.JoinAsync(group, "wmJoins", "小周");

        var member = Assert.Single(await app.MembersAsync(group));
        Assert.Equal(("wmJoins", "小周", null), (member.MemberId, member.Name, member.LeftAt));
    }

    async Task<DeliveryView> FarewellAsync(string group) =>
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "farewell");

    // A second instance of the app, or a repeat after a crash, delivers the same.
    async Task DeliverAgainAsync(string group)
    {
        var first = await FarewellAsync(group);
        var again = await app.Services.GetRequiredService<DeliveryDispatcher>().DeliverAsync(new NewDelivery(
            first.Cause, first.Step, group, null, first.To, DeliveryPriority.Sale, first.Text, app.Now));
        Assert.Equal(first.Key, again.Key);
    }
}
