using System.Net;
using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.Deliveries;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>Group sends are counted as the platform does, whoever makes them.</summary>
public sealed class GroupSendBudgetTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    [Fact]
    public async Task Group_sends_of_others_count_within_an_hour_and_once()
    {
        var (group, chat) = await app.BoundGroupAsync();
        app.Platform.GroupSends.SendByStaff("owner-1", chat.Id);
        app.Platform.GroupSends.SendByStaff("owner-1", chat.Id);

        await app.AdvanceAsync(TimeSpan.FromHours(3));

        var budget = await BudgetAsync(group);
        Assert.Equal(GroupSendLimit.Monthly, budget.Limit);
        Assert.Equal((31, 0, 2, 29), (budget.Allowance, budget.UsedByApp, budget.UsedByOthers, budget.Left));
    }

    [Fact]
    public async Task Group_send_of_the_app_counts_once_also_after_the_owner_confirmed_it()
    {
        var (group, chat) = await app.BoundGroupAsync();
        app.Corp.ConfirmsAfter = _ => TimeSpan.FromMinutes(7);
        var conversion = await app.PlanAsync([group]);
        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        app.Corp.ConfirmsAfter = _ => null;
        var sends = app.Platform.GroupSends.All.Count(send => send.ChatIds.Contains(chat.Id));
        var budget = await BudgetAsync(group);
        Assert.Equal((sends, 0), (budget.UsedByApp, budget.UsedByOthers));
        Assert.NotEqual(0, sends);
    }

    [Fact]
    public async Task Message_for_which_the_month_has_no_place_is_sent_by_hand()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var conversion = await app.PlanAsync([group]);
        for (var n = 0; n < 31; n++) app.Platform.GroupSends.SendByStaff("owner-1", chat.Id);

        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));

        var warmUp = (await app.DeliveriesAsync(group)).First(delivery => delivery.To is not ChannelAction.SetWelcome);
        Assert.Equal(
            (DeliveryState.AwaitingStaff, "the group sends of the month are kept for sales, or used up"),
            (warmUp.State, warmUp.Reason));
        Assert.Equal(0, (await BudgetAsync(group)).Left);
    }

    [Fact]
    public async Task Group_send_that_the_platform_did_not_send_at_its_limit_is_sent_by_hand_once()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var conversion = await app.PlanAsync([group]);
        await app.AdvanceToAsync(conversion.WarmUp.At.AddMinutes(1));
        var prepared = await WarmUpAsync(group);
        for (var n = 0; n < 31; n++) app.Platform.GroupSends.SendByStaff("owner-1", chat.Id);
        app.Platform.GroupSends.Confirm(app.Platform.GroupSends.All.Single(send => send.Text == prepared.Text
            && send.ChatIds.Contains(chat.Id)).Id);

        await app.AdvanceAsync(TimeSpan.FromMinutes(20));

        var byHand = await WarmUpAsync(group);
        Assert.Equal(DeliveryState.AwaitingStaff, byHand.State);
        Assert.NotEqual(prepared.TaskId, byHand.TaskId);
        Assert.Contains("no more group sends", byHand.Reason, StringComparison.Ordinal);
        var task = Assert.Single(
            await app.TasksAsync(group),
            task => task.Kind is StaffTaskKind.SendMessage or StaffTaskKind.ConfirmMessage);
        Assert.Equal((byHand.TaskId, StaffTaskKind.SendMessage), (task.Id, task.Kind));
        Assert.Equal(1, (await BudgetAsync(group)).UsedByApp);
        await app.DoneAsync(task.Id);
        await app.RunUntilIdleAsync();
        Assert.Equal(DeliveryState.Sent, (await WarmUpAsync(group)).State);
    }

    [Fact]
    public async Task Platform_that_is_away_is_asked_for_group_sends_once_an_hour()
    {
        const string List = "externalcontact/get_groupmsg_list_v2";
        app.Corp.MayCallCustomerApi = false;
        var before = app.Platform.CountOf(List);

        await app.AdvanceAsync(TimeSpan.FromHours(6));

        app.Corp.MayCallCustomerApi = true;
        Assert.InRange(app.Platform.CountOf(List) - before, 6, 7);
    }

    [Fact]
    public async Task Budget_is_of_a_group_that_exists()
    {
        (await app.GetAsync("/api/channel/budget")).ExpectingInvalid("groupId");
        (await app.GetAsync("/api/channel/budget?groupId=nobody")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Budgets_are_listed_for_groups_that_have_a_chat()
    {
        var (group, chat) = await app.BoundGroupAsync();
        app.Platform.GroupSends.SendByStaff("owner-1", chat.Id);
        var other = await app.GroupAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(3));

        var listed = (await app.ListAsync<GroupSendBudgetView>("/api/channel/budgets?"))
            .ToLookup(budget => budget.GroupId);

        Assert.Equal(await BudgetAsync(group), Assert.Single(listed[group]));
        Assert.Empty(listed[other]);
    }

    async Task<GroupSendBudgetView> BudgetAsync(string group) =>
        (await app.GetAsync($"/api/channel/budget?groupId={group}")).Expecting(HttpStatusCode.OK)
            .As<GroupSendBudgetView>();

    async Task<DeliveryView> WarmUpAsync(string group) =>
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "warm-up");
}
