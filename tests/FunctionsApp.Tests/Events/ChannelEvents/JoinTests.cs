using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;
using Community.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Events.ChannelEvents;

public sealed class JoinTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Member_who_joins_before_the_join_url_is_known_is_welcomed()
    {
        var group = await app.GroupAsync(joinUrl: null);

        await app.JoinAsync(group, "u1");

        Assert.Contains(await app.DeliveriesAsync(group), line => line.Step == "welcome");
    }

    [Fact]
    public async Task Join_by_a_code_counts_the_member_and_keeps_the_code()
    {
        var group = await app.GroupAsync();
        var (_, code) = await app.CampaignAsync(group);

        await app.JoinAsync(group, "u1", code);

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        var member = Assert.Single(await app.MembersAsync(group));
        Assert.Equal(("u1", "小林", code, null), (member.MemberId, member.Name, member.Code, member.LeftAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0000000000")]
    [InlineData("not a code at all")]
    public async Task Join_without_a_known_code_makes_a_member_without_a_code(string? state)
    {
        var group = await app.GroupAsync();

        await app.JoinAsync(group, "u1", state);

        Assert.Null(Assert.Single(await app.MembersAsync(group)).Code);
    }

    [Fact]
    public async Task Last_place_fills_the_group()
    {
        var group = await app.GroupAsync(capacity: 2);

        await app.JoinAsync(group, "u1");
        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(group)).State);
        await app.JoinAsync(group, "u2");

        Assert.Equal(GroupState.Full, (await app.GetGroupAsync(group)).State);
    }

    [Fact]
    public async Task Join_beyond_the_capacity_makes_a_member_and_an_overflow()
    {
        var group = await app.GroupAsync(capacity: 1);

        await app.JoinAsync(group, "u1");
        await app.JoinAsync(group, "u2");

        var view = await app.GetGroupAsync(group);
        Assert.Equal((2, 1, GroupState.Full), (view.MemberCount, view.Overflow, view.State));
        Assert.Equal(2, (await app.MembersAsync(group)).Count);
    }

    [Fact]
    public async Task Concurrent_joins_for_the_last_place_are_all_counted_and_one_is_an_overflow()
    {
        var group = await app.GroupAsync(capacity: 5);
        var joins = Enumerable.Range(1, 6)
            .Select(i => ChannelSender.Event("member.joined", app.Now, Joined(group, $"u{i}")))
            .Select(joined => app.SendWebhookAsync(joined));
        Assert.All(await Task.WhenAll(joins), answer => answer.Expecting(HttpStatusCode.Accepted));
        await app.RunUntilIdleAsync();

        var view = await app.GetGroupAsync(group);
        Assert.Equal((6, 1, GroupState.Full), (view.MemberCount, view.Overflow, view.State));
    }

    [Fact]
    public async Task Leave_lowers_the_count_and_opens_a_full_group_again()
    {
        var group = await app.GroupAsync(capacity: 1);
        await app.JoinAsync(group, "u1");
        var left = app.Now.AddMinutes(1);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.LeaveAsync(group, "u1");

        var view = await app.GetGroupAsync(group);
        Assert.Equal((0, GroupState.Open), (view.MemberCount, view.State));
        Assert.Equal(left, Assert.Single(await app.MembersAsync(group)).LeftAt);
    }

    [Fact]
    public async Task Member_whose_leave_arrives_before_the_join_is_not_counted_and_not_welcomed()
    {
        var group = await app.GroupAsync();

        await app.LeaveAsync(group, "u1", app.Now);
        await app.JoinAsync(group, "u1", at: app.Now.AddMinutes(-1));

        Assert.Equal(0, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Member_who_comes_back_is_counted_again_and_not_welcomed_again()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.JoinAsync(group, "u1");

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
        Assert.Null(Assert.Single(await app.MembersAsync(group)).LeftAt);
        Assert.Single(await app.DeliveriesAsync(group), delivery => delivery.Step == "welcome");
    }

    [Fact]
    public async Task Joins_of_a_group_without_a_charter_make_one_task()
    {
        var group = app.NewId("unchartered");

        await app.JoinAsync(group, "u1");
        await app.JoinAsync(group, "u2");

        Assert.Equal(StaffTaskKind.CharterGroup, Assert.Single(await app.TasksAsync(group)).Kind);
        (await app.GetAsync($"/api/groups/{group}")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Task_of_a_late_event_is_due_from_now()
    {
        var group = app.NewId("unchartered");

        await app.JoinAsync(group, "u1", at: app.Now.AddDays(-30));

        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal((app.Now.AddHours(8), 0), (task.DueAt, task.Escalations));
    }

    [Fact]
    public async Task Member_who_joined_before_the_group_was_chartered_is_counted_when_it_is_chartered()
    {
        var group = app.NewId("late-charter");
        await app.JoinAsync(group, "u1");

        var made = (await app.PostAsync("/api/groups", SampleBodies.Group(group))).Expecting(HttpStatusCode.Created);

        Assert.Equal(1, made.Json.GetProperty("memberCount").GetInt32());
        Assert.Equal("u1", Assert.Single(await app.MembersAsync(group)).MemberId);
    }

    static JsonObject Joined(string group, string member) =>
        new() { ["groupId"] = group, ["memberId"] = member, ["name"] = "小林" };
}
