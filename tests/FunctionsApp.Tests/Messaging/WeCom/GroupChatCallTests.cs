using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>Calls about customer groups and join ways on the fake server.</summary>
public sealed class GroupChatCallTests : IAsyncLifetime
{
    readonly WeComScenario scenario = new();

    WeComGroupChatClient Chats => scenario.Get<WeComGroupChatClient>();

    WeComJoinWayClient JoinWays => scenario.Get<WeComJoinWayClient>();

    [Fact]
    public async Task Groups_are_listed_by_owner_without_those_that_are_dismissed()
    {
        var (first, second) = (Create("owner-1"), Create("owner-2"));
        scenario.Server.Groups.Dismiss(Create("owner-1"));

        var all = await scenario.SucceedAsync(Chats.ListAsync());
        var own = await scenario.SucceedAsync(Chats.ListAsync(ownerIds: ["owner-2"]));

        Assert.Equal([first, second], all.GroupChatList.Select(chat => chat.ChatId));
        Assert.Equal([second], own.GroupChatList.Select(chat => chat.ChatId));
        Assert.Equal("", all.NextCursor);
    }

    [Fact]
    public async Task Group_is_read_with_its_members_and_their_ways_in()
    {
        var joinedAt = scenario.Clock.GetUtcNow();
        var chat = Create("owner-1", "茶友群");
        scenario.Server.Groups.Join(chat, "wmA", "小林", scene: 3, state: "code-1");
        scenario.Server.Groups.Join(chat, "wmB", "小周", scene: 1, by: "wmA");
        scenario.Server.Groups.RenameMember(chat, "wmA", "小林-杭州");

        var read = await scenario.SucceedAsync(Chats.GetAsync(chat));

        Assert.Equal(("茶友群", "owner-1"), (read.Name, read.Owner));
        Assert.Equal(["owner-1", "wmA", "wmB"], read.MemberList.Select(member => member.UserId));
        var (scanned, invited) = (read.MemberList[1], read.MemberList[2]);
        Assert.Equal((2, 3, "code-1", "小林", "小林-杭州"),
            (scanned.Type, scanned.JoinScene, scanned.State, scanned.Name, scanned.GroupNickname));
        Assert.Equal((1, "wmA", (string?)null), (invited.JoinScene, invited.Invitor!.UserId, invited.State));
        Assert.Equal(joinedAt, scanned.JoinTime);
        Assert.NotNull(read.MemberVersion);
    }

    [Fact]
    public async Task Details_that_are_late_show_the_group_as_it_was()
    {
        var chat = Create("owner-1");
        await scenario.AdvanceAsync(TimeSpan.FromMinutes(5));
        scenario.Corp.DetailsDelay = TimeSpan.FromMinutes(2);
        scenario.Server.Groups.Join(chat, "wmA", "小林");

        Assert.Single((await scenario.SucceedAsync(Chats.GetAsync(chat))).MemberList);
        await scenario.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await scenario.SucceedAsync(Chats.GetAsync(chat))).MemberList.Count);
    }

    [Fact]
    public async Task Chat_that_is_no_group_is_told_apart()
    {
        var reply = await scenario.RunAsync(Chats.GetAsync("wrUnknown"));

        Assert.Equal(new WeComReply<GroupChat>.Refused(WeComErrorKind.NotCustomerGroup, 40050), reply);
    }

    [Fact]
    public async Task Statistics_exist_for_days_that_are_over()
    {
        var chat = Create("owner-1");
        scenario.Server.Groups.Join(chat, "wmA", "小林");
        var today = new AppHostSetup().Clock.AddHours(-9);
        Assert.IsType<WeComReply<GroupChatStatistics>.Refused>(
            await scenario.RunAsync(Chats.GetStatisticsAsync(today, today, ["owner-1"])));

        await scenario.AdvanceAsync(TimeSpan.FromDays(1));
        var figures = await scenario.SucceedAsync(Chats.GetStatisticsAsync(today, today, ["owner-1"]));

        Assert.Equal((1, 2), (figures.Items[0].Data.ChatTotal, figures.Items[0].Data.MemberTotal));
    }

    [Fact]
    public async Task Join_way_leads_into_its_groups_and_never_makes_one()
    {
        scenario.Corp.ScanEntryLimit = 2;
        var (first, second) = (Create("owner-1"), Create("owner-1"));
        var id = await scenario.SucceedAsync(JoinWays.AddAsync(new([first, second], "code-1", "双十一")));

        Assert.Equal(first, scenario.Server.JoinWays.Scan(id, "wmA", "小林"));
        Assert.Equal(second, scenario.Server.JoinWays.Scan(id, "wmB", "小周"));
        Assert.Null(scenario.Server.JoinWays.Scan(id, "wmC", "小吴"));

        Assert.Equal(2, scenario.Server.Groups.All.Count);
        var entered = (await scenario.SucceedAsync(Chats.GetAsync(second))).MemberList[^1];
        Assert.Equal(("wmB", "code-1", 3), (entered.UserId, entered.State, entered.JoinScene));
    }

    [Fact]
    public async Task Join_way_is_read_replaced_and_deleted()
    {
        var (first, second) = (Create("owner-1"), Create("owner-1"));
        var id = await scenario.SucceedAsync(JoinWays.AddAsync(new([first], "code-1", "双十一")));

        await scenario.SucceedAsync(JoinWays.UpdateAsync(id, new([second], "code-2", "双十二")));
        var way = await scenario.SucceedAsync(JoinWays.GetAsync(id));
        await scenario.SucceedAsync(JoinWays.DeleteAsync(id));

        Assert.Equal((id, "code-2", "双十二", second), (way.ConfigId, way.State, way.Remark, way.ChatIdList.Single()));
        Assert.StartsWith("https://", way.QrCode, StringComparison.Ordinal);
        Assert.IsType<WeComReply<JoinWay>.Refused>(await scenario.RunAsync(JoinWays.GetAsync(id)));
    }

    [Fact]
    public async Task Join_way_with_six_groups_is_refused()
    {
        var six = Enumerable.Range(0, WeComLimits.ChatsOfJoinWay + 1).Select(_ => Create("owner-1")).ToList();

        Assert.IsType<WeComReply<string>.Refused>(
            await scenario.RunAsync(JoinWays.AddAsync(new(six, "code-1", "双十一"))));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();

    string Create(string owner, string name = "茶友群") => scenario.Server.Groups.Create(owner, name).Id;
}
