using System.Net;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>What the app does on WeCom by itself, and what it leaves to the owners of groups.</summary>
public sealed class WeComChannelTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    [Fact]
    public async Task Group_send_is_prepared_for_the_owner_and_confirmed_by_the_platform_alone()
    {
        var (group, chat) = await app.BoundGroupAsync();
        app.Corp.ConfirmsAfter = _ => TimeSpan.FromMinutes(7);
        var conversion = await app.PlanAsync([group]);

        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));
        var prepared = await WarmUpAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(12));
        var sent = await WarmUpAsync(group);

        app.Corp.ConfirmsAfter = _ => null;
        var send = Assert.Single(app.Platform.GroupSends.All, send => send.ChatIds.Contains(chat.Id));
        Assert.Equal(("owner-1", prepared.Text), (send.Sender, send.Text));
        Assert.Equal(DeliveryState.AwaitingStaff, prepared.State);
        Assert.Equal(DeliveryState.Sent, sent.State);
        Assert.DoesNotContain(await app.TasksAsync(group), task => task.Id == prepared.TaskId);
    }

    [Fact]
    public async Task Group_send_of_a_message_that_was_withdrawn_is_cancelled()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var conversion = await app.PlanAsync([group]);
        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));
        var send = Assert.Single(app.Platform.GroupSends.All, send => send.ChatIds.Contains(chat.Id));
        // All attempts of the first look fail.
        app.Platform.Faults.CutConnections("externalcontact/cancel_groupmsg_send", times: 4);

        await app.AdvanceToAsync(conversion.LinkAt.AddHours(2));

        Assert.Equal(DeliveryState.Skipped, (await WarmUpAsync(group)).State);
        Assert.True(send.IsCancelled);
    }

    [Fact]
    public async Task Message_to_a_group_without_a_chat_is_sent_by_hand()
    {
        var group = await app.GroupAsync();
        var conversion = await app.PlanAsync([group]);

        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));

        var warmUp = await WarmUpAsync(group);
        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == warmUp.TaskId);
        Assert.Equal(
            (StaffTaskKind.SendMessage, "no chat of the platform is bound to the group"), (task.Kind, warmUp.Reason));
    }

    [Fact]
    public async Task Group_send_that_the_platform_refuses_is_sent_by_hand()
    {
        var (group, _) = await app.BoundGroupAsync();
        var conversion = await app.PlanAsync([group]);
        app.Platform.Faults.Fail("externalcontact/add_msg_template", 45009);

        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));

        var warmUp = await WarmUpAsync(group);
        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == warmUp.TaskId);
        Assert.Equal(StaffTaskKind.SendMessage, task.Kind);
        Assert.Contains("45009", warmUp.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_send_that_did_not_reach_the_platform_is_sent_by_hand()
    {
        var (group, _) = await app.BoundGroupAsync();
        var conversion = await app.PlanAsync([group]);
        app.Platform.Faults.CutConnections("externalcontact/add_msg_template");

        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));

        var warmUp = await WarmUpAsync(group);
        var task = Assert.Single(await app.TasksAsync(group), task => task.Id == warmUp.TaskId);
        Assert.Equal(
            (StaffTaskKind.SendMessage, "the platform was not reached"), (task.Kind, warmUp.Reason));
    }

    [Fact]
    public async Task Newcomers_are_greeted_by_a_welcome_that_the_owner_sets_once()
    {
        var (group, chat) = await app.BoundGroupAsync();

        app.Platform.Groups.Join(chat.Id, "wmA", "小林");
        app.Platform.Groups.Join(chat.Id, "wmB", "小周");
        await app.DeliverAsync();

        var welcome = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal(
            (ChannelAction.SetWelcome, DeliveryState.AwaitingStaff), (welcome.To, welcome.State));
        Assert.Contains(
            app.Platform.Content.Welcomes.Values,
            template => template["text"]!["content"]!.GetValue<string>() == welcome.Text);
    }

    [Fact]
    public async Task Capabilities_are_those_of_the_platform()
    {
        var actions = (await app.GetAsync("/api/channel/capabilities")).Expecting(HttpStatusCode.OK).Json
            .GetProperty("actions").EnumerateArray().ToDictionary(
                item => item.GetProperty("action").GetString()!, item => item.GetProperty("capability").GetString());

        Assert.Equal("Unavailable", actions["SendToMember"]);
        Assert.Equal("StaffConfirmed", actions["SendToGroup"]);
        Assert.Equal("Manual", actions["DissolveGroup"]);
    }

    [Fact]
    public async Task Check_passes_when_everything_is_set_up()
    {
        await app.BoundGroupAsync();

        var checks = await ChecksAsync();

        Assert.All(checks.Where(check => check.Key != "Binding"), check => Assert.Equal("Passed", check.Value.State));
        Assert.Contains("每月", checks["GroupSendLimit"].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_what_to_do_in_the_admin_console()
    {
        app.Corp.IsTrustedAddress = false;

        var checks = await ChecksAsync();

        app.Corp.IsTrustedAddress = true;
        Assert.Equal("Failed", checks["Credentials"].State);
        Assert.Contains("可信", checks["Credentials"].Message, StringComparison.Ordinal);
        Assert.Equal("Unknown", checks["VisibleScope"].State);
    }

    [Fact]
    public async Task Check_tells_that_the_app_may_not_read_customer_groups()
    {
        app.Corp.MayCallCustomerApi = false;

        var checks = await ChecksAsync();

        app.Corp.MayCallCustomerApi = true;
        Assert.Equal(("Passed", "Failed"), (checks["Credentials"].State, checks["CustomerGroups"].State));
        Assert.Contains("可调用", checks["CustomerGroups"].Message, StringComparison.Ordinal);
    }

    async Task<Dictionary<string, (string State, string Message)>> ChecksAsync() =>
        (await app.GetAsync("/api/channel/check")).Expecting(HttpStatusCode.OK).Json
            .GetProperty("checks").EnumerateArray().ToDictionary(
                item => item.GetProperty("check").GetString()!,
                item => (item.GetProperty("state").GetString()!, item.GetProperty("message").GetString()!));

    async Task<DeliveryView> WarmUpAsync(string group) =>
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "warm-up");
}
