using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Messaging.StaffTasks;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Events.WeCom;

/// <summary>Groups follow their chats on the platform.</summary>
public sealed class ChatTests(LiveWeComHost app) : IClassFixture<LiveWeComHost>
{
    [Fact]
    public async Task Unbound_chat_is_listed_with_one_task_and_its_events_are_applied_when_it_is_bound()
    {
        var chat = app.Platform.Groups.Create("owner-1", "老茶客");
        app.Platform.Groups.Join(chat.Id, "wmA", "小林");
        await app.DeliverAsync();
        app.Platform.Groups.Join(chat.Id, "wmB", "小周", by: "wmA");
        app.Platform.Groups.Leave(chat.Id, "wmA");
        await app.DeliverAsync();
        Assert.Null(Assert.Single(await app.ChatsAsync("bound=false"), view => view.ChannelGroupId == chat.Id).GroupId);
        Assert.Single(await BindTasksAsync(chat.Id));
        var group = await app.GroupAsync();

        var bound = (await app.BindAsync(group, chat.Id)).Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        Assert.Equal(chat.Id, bound.Json.GetProperty("channelGroupId").GetString());
        var members = (await app.MembersAsync(group)).ToDictionary(member => member.MemberId);
        Assert.Equal(["wmA", "wmB"], members.Keys.Order());
        Assert.NotNull(members["wmA"].LeftAt);
        Assert.Equal(("小周", null), (members["wmB"].Name, members["wmB"].LeftAt));
        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Empty(await BindTasksAsync(chat.Id));
        var view = Assert.Single(await app.ChatsAsync("bound=true"), view => view.ChannelGroupId == chat.Id);
        Assert.Equal((group, "老茶客", "owner-1", 1), (view.GroupId, view.Name, view.Owner, view.Customers));
    }

    [Fact]
    public async Task Joins_leaves_and_card_names_of_a_bound_chat_reach_the_group()
    {
        var (group, chat) = await app.BoundGroupAsync();

        app.Platform.Groups.Join(chat.Id, "wmA", "小林", scene: 3, state: "k3x");
        app.Platform.Groups.Join(chat.Id, "wmB", "小周", by: "wmA");
        await app.DeliverAsync();
        app.Platform.Groups.Leave(chat.Id, "wmB");
        app.Platform.Groups.RenameMember(chat.Id, "wmA", "小林-杭州");
        await app.DeliverAsync();

        Assert.Equal(["wmA"], await app.PresentAsync(group));
        Assert.Equal("小林-杭州", (await app.MembersAsync(group)).First(member => member.MemberId == "wmA").Name);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0.5, 0.5)]
    [InlineData(3, 1, 0)]
    public async Task Members_are_those_of_the_chat_within_an_hour_whatever_callbacks_are_lost_repeated_or_reordered(
        int seed, double lost, double repeated)
    {
        var (group, chat) = await app.BoundGroupAsync();
        var random = new Random(seed);
        (app.Platform.Callbacks.Lost, app.Platform.Callbacks.Repeated) = (lost, repeated);
        app.Platform.Callbacks.AreReordered = true;

        for (var step = 0; step < 30; step++)
        {
            var id = $"wm{random.Next(8)}";
            if (chat.Members.Any(member => member.UserId == id)) app.Platform.Groups.Leave(chat.Id, id);
            else app.Platform.Groups.Join(chat.Id, id, $"茶友 {id}");
            await app.AdvanceAsync(TimeSpan.FromSeconds(random.Next(1, 300)));
            if (random.Next(3) == 0) await app.DeliverAsync();
        }

        await app.DeliverAsync();
        (app.Platform.Callbacks.Lost, app.Platform.Callbacks.Repeated) = (0, 0);
        app.Platform.Callbacks.AreReordered = false;
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        var expected = chat.Members.Where(member => member.Type == 2).Select(member => member.UserId).Order();
        Assert.Equal(expected, await app.PresentAsync(group));
    }

    [Fact]
    public async Task Details_that_lag_behind_the_callback_are_read_again()
    {
        var (group, chat) = await app.BoundGroupAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        app.Corp.DetailsDelay = TimeSpan.FromSeconds(30);
        app.Platform.Groups.Join(chat.Id, "wmA", "小林");

        await app.DeliverAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        app.Corp.DetailsDelay = TimeSpan.Zero;
        Assert.Equal(["wmA"], await app.PresentAsync(group));
    }

    [Fact]
    public async Task Dismissed_chat_dissolves_its_group_with_and_without_a_callback()
    {
        var (told, first) = await app.BoundGroupAsync();
        var (untold, second) = await app.BoundGroupAsync();

        app.Platform.Groups.Dismiss(first.Id);
        await app.DeliverAsync();
        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(told)).State);
        app.Platform.Callbacks.Lost = 1;
        app.Platform.Groups.Dismiss(second.Id);
        await app.DeliverAsync();
        app.Platform.Callbacks.Lost = 0;
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync(untold)).State);
    }

    [Fact]
    public async Task New_chat_that_no_callback_told_of_is_found_and_asked_about()
    {
        app.Platform.Callbacks.Lost = 1;
        var chat = app.Platform.Groups.Create("owner-2", "没有回调的群");
        await app.DeliverAsync();
        app.Platform.Callbacks.Lost = 0;

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Contains("没有回调的群", Assert.Single(await BindTasksAsync(chat.Id)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_chat_has_its_name_before_the_hourly_read()
    {
        var chat = app.Platform.Groups.Create("owner-2", "新来的茶友");

        await app.DeliverAsync();

        var view = Assert.Single(await app.ChatsAsync("bound=false"), view => view.ChannelGroupId == chat.Id);
        Assert.Equal(("新来的茶友", "owner-2"), (view.Name, view.Owner));
        Assert.Contains("新来的茶友", Assert.Single(await BindTasksAsync(chat.Id)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_takes_the_new_name_of_its_chat_unless_an_operator_named_it()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var (named, other) = await app.BoundGroupAsync();
        await EditAsync(group, new JsonObject { ["by"] = "小林", ["name"] = chat.Name });

        app.Platform.Groups.ChangeName(chat.Id, "龙井茶友群");
        app.Platform.Groups.ChangeName(other.Id, "龙井茶友群");
        var before = (await app.GetGroupAsync(named)).Name;
        await app.DeliverAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal("龙井茶友群", (await app.GetGroupAsync(group)).Name);
        Assert.Equal(before, (await app.GetGroupAsync(named)).Name);
        Assert.Single(await ChangesByPlatformAsync(group));
        Assert.Empty(await ChangesByPlatformAsync(named));
    }

    [Fact]
    public async Task Group_belongs_to_the_staff_member_who_took_over_its_chat()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var staff = app.NewId("staff");
        var account = $"zhou-{staff}";
        app.Corp.VisibleStaff.UnionWith([account, "nobody-of-ours"]);
        var body = new JsonObject { ["id"] = staff, ["name"] = "小周", ["weComUserId"] = account };
        (await app.PostAsync("/api/staff", body)).Expecting(HttpStatusCode.Created);

        app.Platform.Groups.ChangeOwner(chat.Id, account);
        await app.DeliverAsync();
        Assert.Equal(staff, (await app.GetGroupAsync(group)).Owner);
        app.Platform.Groups.ChangeOwner(chat.Id, "nobody-of-ours");
        await app.DeliverAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(staff, (await app.GetGroupAsync(group)).Owner);
        Assert.Single(await ChangesByPlatformAsync(group));
    }

    [Fact]
    public async Task Chat_and_group_are_bound_once()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var other = await app.GroupAsync();
        var second = app.Platform.Groups.Create("owner-1", "另一个群");

        (await app.BindAsync(group, chat.Id)).Expecting(HttpStatusCode.OK);
        (await app.BindAsync(other, chat.Id)).IsProblem(HttpStatusCode.Conflict);
        (await app.BindAsync(group, second.Id)).IsProblem(HttpStatusCode.Conflict);
        (await app.BindAsync(other, second.Id)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Binding_to_what_is_no_chat_is_refused_by_name()
    {
        var (group, chat) = await app.BoundGroupAsync();
        var other = await app.GroupAsync();

        (await app.BindAsync(other, chat.Id.ToUpperInvariant())).ExpectingInvalid("channelGroupId");
        (await app.BindAsync(other, "")).ExpectingInvalid("channelGroupId");
        (await app.BindAsync("no-such-group", chat.Id)).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync("/api/channel/chats?bound=maybe")).ExpectingInvalid("bound");
        Assert.Equal(chat.Id, (await app.GetGroupAsync(group)).ChannelGroupId);
    }

    [Fact]
    public async Task Platform_that_cannot_be_asked_about_an_unknown_chat_is_503()
    {
        var group = await app.GroupAsync();
        var chat = app.Platform.Groups.Create("owner-1", "茶友群");
        app.Corp.IsTrustedAddress = false;

        var answer = await app.BindAsync(group, chat.Id);

        app.Corp.IsTrustedAddress = true;
        answer.IsProblem(HttpStatusCode.ServiceUnavailable);
    }

    async Task EditAsync(string group, JsonObject edit) =>
        (await app.SendAsync(HttpMethod.Patch, $"/api/groups/{group}", JsonContent.Create(edit)))
            .Expecting(HttpStatusCode.OK);

    async Task<IEnumerable<GroupChange>> ChangesByPlatformAsync(string group) =>
        (await app.ListAsync<GroupChange>($"/api/groups/{group}/history?")).Where(change => change.By == "WeCom");

    async Task<IEnumerable<StaffTaskView>> BindTasksAsync(string chatId) =>
        (await app.ListAsync<StaffTaskView>("/api/tasks?status=open&"))
            .Where(task => task.Kind is StaffTaskKind.BindChat)
            .Where(task => task.Title!.Contains(chatId, StringComparison.Ordinal));
}
