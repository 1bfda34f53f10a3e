using System.Net;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Pushes.Occurrences;
using Community.Sidebar;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Sidebar.Work;
using FunctionsApp.Tests.Events.WeCom;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Pushes.DaySheets;
using Microsoft.Extensions.DependencyInjection;
using static FunctionsApp.Tests.Pushes.DaySheets.DaySheetClient;

namespace FunctionsApp.Tests.Sidebar;

/// <summary>What staff see and confirm in the sidebar, which is what is theirs at that time.</summary>
public sealed class SidebarWorkTests : IClassFixture<LiveWeComHost>
{
    const string Message = "今晚八点开团";

    readonly LiveWeComHost app;

    // Before time passes the platform has to be there.
    public SidebarWorkTests(LiveWeComHost app) => Assert.NotNull((this.app = app).Platform);

    [Fact]
    public async Task Message_without_a_group_send_is_posted_by_the_sidebar_and_is_then_sent()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var (group, chat) = await OwnedChatAsync(staff);
        var before = await BudgetAsync(group);
        var delivery = await DeliverAsync(group, DeliveryPriority.Ordinary);

        var shown = Assert.Single((await ChatAsync(browser, chat)).Tasks);
        (await browser.PostAsync($"/sidebar/tasks/{shown.Id}/done")).Expecting(HttpStatusCode.NoContent);
        (await browser.PostAsync($"/sidebar/tasks/{shown.Id}/done")).Expecting(HttpStatusCode.NoContent);
        await app.RunUntilIdleAsync();

        Assert.Equal((SidebarStep.Send, Message), (shown.Step, shown.Text));
        Assert.Empty((await ChatAsync(browser, chat)).Tasks);
        Assert.Equal(
            DeliveryState.Sent, Assert.Single(await app.DeliveriesAsync(group), line => line.Key == delivery).State);
        Assert.Equal(before, await BudgetAsync(group));
    }

    [Fact]
    public async Task Group_send_that_the_platform_holds_ready_is_not_offered_to_be_posted()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var (group, chat) = await OwnedChatAsync(staff);
        await DeliverAsync(group, DeliveryPriority.Sale);

        var shown = Assert.Single((await ChatAsync(browser, chat)).Tasks);

        Assert.Equal(
            (StaffTaskKind.ConfirmMessage, SidebarStep.ConfirmGroupSend), (shown.Kind, shown.Step));
    }

    [Fact]
    public async Task Message_whose_group_send_the_platform_refuses_is_posted_and_takes_no_place()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var (group, chat) = await OwnedChatAsync(staff);
        var before = await BudgetAsync(group);
        app.Platform.Faults.Fail("externalcontact/add_msg_template", 45009);

        await DeliverAsync(group, DeliveryPriority.Sale);

        Assert.Equal(SidebarStep.Send, Assert.Single((await ChatAsync(browser, chat)).Tasks).Step);
        Assert.Equal(before, await BudgetAsync(group));
    }

    [Fact]
    public async Task Message_of_a_group_that_is_held_waits()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var (group, chat) = await OwnedChatAsync(staff);
        await DeliverAsync(group, DeliveryPriority.Ordinary);
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);

        var shown = await ChatAsync(browser, chat);

        Assert.Equal((false, SidebarStep.Wait), (shown.TakesMessages, Assert.Single(shown.Tasks).Step));
    }

    [Fact]
    public async Task Push_by_hand_is_posted_by_the_sidebar_once_it_is_due_and_is_then_sent()
    {
        await using var own = new LiveWeComHost();
        await own.InitializeAsync();
        Assert.NotNull(own.Platform);
        var (staff, account) = await own.StaffAsync();
        var (group, chat) = await own.BoundGroupAsync();
        await own.OwnAsync(group, staff);
        var push = await own.PlanDailyAsync(group, "10:30");
        await own.ToAsync(At(10));
        using var browser = await SidebarBrowser.SignedInAsync(own, account);

        var early = Assert.Single((await ChatAsync(browser, chat.Id)).Pushes);
        await own.ToAsync(At(10, 30));
        var due = Assert.Single((await ChatAsync(browser, chat.Id)).Pushes);
        (await browser.PostAsync($"/sidebar/pushes/{push.Id}/sent")).Expecting(HttpStatusCode.NoContent);
        (await browser.PostAsync($"/sidebar/pushes/{push.Id}/sent")).Expecting(HttpStatusCode.NoContent);
        await own.RunUntilIdleAsync();

        Assert.Equal((SidebarStep.Wait, SidebarStep.Send), (early.Step, due.Step));
        Assert.StartsWith("今天聊聊怎么存茶\n链接「春茶」https://", due.Text, StringComparison.Ordinal);
        Assert.Equal(PushState.Sent, (await own.GetPushAsync(push.Id)).State);
        Assert.Empty((await ChatAsync(browser, chat.Id)).Pushes);
        Assert.Empty(own.Platform.GroupSends.All);
    }

    [Fact]
    public async Task Push_after_the_end_of_its_time_is_409()
    {
        await using var own = new LiveWeComHost();
        await own.InitializeAsync();
        Assert.NotNull(own.Platform);
        var (staff, account) = await own.StaffAsync();
        var group = await own.OwnedGroupAsync(staff);
        var push = await own.PlanDailyAsync(group, "10:30");
        await own.ToAsync(At(20));
        using var browser = await SidebarBrowser.SignedInAsync(own, account);

        (await browser.PostAsync($"/sidebar/pushes/{push.Id}/sent")).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_not_theirs_is_404_to_read_and_to_confirm()
    {
        var (staff, owner) = await SignedInAsync();
        var (_, other) = await SignedInAsync();
        using (owner)
        using (other)
        {
            var (group, chat) = await OwnedChatAsync(staff);
            await DeliverAsync(group, DeliveryPriority.Ordinary);
            var push = await app.PlanDailyAsync(group, "23:30");
            var task = Assert.Single((await ChatAsync(owner, chat)).Tasks).Id;

            (await other.GetAsync($"/sidebar/chats/{chat}")).IsProblem(HttpStatusCode.NotFound);
            (await other.PostAsync($"/sidebar/tasks/{task}/done")).IsProblem(HttpStatusCode.NotFound);
            (await other.PostAsync($"/sidebar/pushes/{push.Id}/sent")).IsProblem(HttpStatusCode.NotFound);
            var work = (await other.GetAsync("/sidebar/work")).Expecting(HttpStatusCode.OK).As<SidebarWorkView>();

            Assert.Empty(work.Groups);
            Assert.Empty(work.Tasks);
            Assert.Equal(task, Assert.Single((await ChatAsync(owner, chat)).Tasks).Id);
        }
    }

    [Fact]
    public async Task Group_that_gets_another_owner_is_theirs_from_then_on()
    {
        var (first, before) = await SignedInAsync();
        var (second, after) = await SignedInAsync();
        using (before)
        using (after)
        {
            var (group, chat) = await OwnedChatAsync(first);
            await DeliverAsync(group, DeliveryPriority.Ordinary);
            var task = Assert.Single((await ChatAsync(before, chat)).Tasks).Id;

            await app.OwnAsync(group, second);

            (await before.GetAsync($"/sidebar/chats/{chat}")).IsProblem(HttpStatusCode.NotFound);
            (await before.PostAsync($"/sidebar/tasks/{task}/done")).IsProblem(HttpStatusCode.NotFound);
            (await after.PostAsync($"/sidebar/tasks/{task}/done")).Expecting(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Without_a_chat_all_that_the_person_has_to_do_is_listed()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var (group, _) = await OwnedChatAsync(staff);
        await DeliverAsync(group, DeliveryPriority.Ordinary);
        var other = await app.OpenTaskAsync(staff, withGroup: false);

        var work = (await browser.GetAsync("/sidebar/work")).Expecting(HttpStatusCode.OK).As<SidebarWorkView>();

        Assert.Equal(group, Assert.Single(work.Groups).Id);
        Assert.Equal(other, Assert.Single(work.Tasks).Id);
    }

    [Fact]
    public async Task Task_that_needs_a_join_link_is_for_the_console()
    {
        var (staff, browser) = await SignedInAsync();
        using var _ = browser;
        var task = await app.OpenTaskAsync(staff, StaffTaskKind.OpenJoinCode);

        var work = (await browser.GetAsync("/sidebar/work")).As<SidebarWorkView>();

        Assert.Equal(SidebarStep.OpenConsole, Assert.Single(work.Tasks).Step);
        (await browser.PostAsync($"/sidebar/tasks/{task}/done")).Names("joinUrl");
    }

    [Theory]
    [InlineData("no-such-chat")]
    [InlineData("%23")]
    public async Task Unknown_chat_is_404(string chat)
    {
        var (_, browser) = await SignedInAsync();
        using var _ = browser;

        (await browser.GetAsync($"/sidebar/chats/{chat}")).IsProblem(HttpStatusCode.NotFound);
    }

    async Task<(string Staff, SidebarBrowser Browser)> SignedInAsync()
    {
        var (id, account) = await app.StaffAsync();
        return (id, await SidebarBrowser.SignedInAsync(app, account));
    }

    async Task<(string Group, string Chat)> OwnedChatAsync(string staff)
    {
        var (group, chat) = await app.BoundGroupAsync();
        await app.OwnAsync(group, staff);
        return (group, chat.Id);
    }

    // The key of the delivery.
    async Task<string> DeliverAsync(string group, DeliveryPriority priority)
    {
        var message = new NewDelivery(
            app.NewId("cause"),
            "message",
            group,
            MemberId: null,
            ChannelAction.SendToGroup,
            priority,
            Message,
            app.Now);
        await app.Services.GetRequiredService<DeliveryDispatcher>().DeliverAsync(message);
        await app.RunUntilIdleAsync();
        return (await app.DeliveriesAsync(group)).Single(line => line.Text == Message).Key;
    }

    async Task<string> BudgetAsync(string group) =>
        (await app.GetAsync($"/api/channel/budget?groupId={group}")).Expecting(HttpStatusCode.OK).Text;

    static async Task<SidebarGroupView> ChatAsync(SidebarBrowser browser, string chat) =>
        (await browser.GetAsync($"/sidebar/chats/{chat}")).Expecting(HttpStatusCode.OK).As<SidebarGroupView>();
}
