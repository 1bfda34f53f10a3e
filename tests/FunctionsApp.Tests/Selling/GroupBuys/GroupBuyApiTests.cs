using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.GroupBuys;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Selling.GroupBuys;

public sealed class GroupBuyApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Full_team_succeeds_and_the_group_buy_with_it()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);

        var team = (await app.OpenTeamAsync(id, "u1")).Expecting(HttpStatusCode.Created).As<TeamView>();
        Assert.Equal(("team-1", "u1", GroupBuyState.Open, 2), (team.Id, team.Leader, team.State, team.Missing));
        (await app.OpenTeamAsync(id, "u1")).Expecting(HttpStatusCode.OK);
        (await app.JoinTeamAsync(id, "u2", $"{id}-2")).Expecting(HttpStatusCode.OK);
        (await app.JoinTeamAsync(id, "u2", $"{id}-2")).Expecting(HttpStatusCode.OK);
        (await app.JoinTeamAsync(id, "u1", $"{id}-1")).Expecting(HttpStatusCode.OK);
        var full = (await app.JoinTeamAsync(id, "u3", $"{id}-3")).Expecting(HttpStatusCode.OK).As<TeamView>();

        Assert.Equal(GroupBuyState.Succeeded, full.State);
        Assert.Equal(
            [("u1", $"{id}-1"), ("u2", $"{id}-2"), ("u3", $"{id}-3")],
            full.Members.Select(member => (member.MemberId, member.OrderId!)));
        (await app.JoinTeamAsync(id, "u4", $"{id}-4")).ExpectingConflict("LimitReached");
        Assert.Equal(GroupBuyState.Open, (await app.GetGroupBuyAsync(id)).State);

        await app.AdvanceAsync(TimeSpan.FromDays(1.1));

        var over = await app.GetGroupBuyAsync(id);
        Assert.Equal(
            (GroupBuyState.Succeeded, 1, 1, 3, 0),
            (over.State, over.Outcome!.Teams, over.Outcome.FullTeams, over.Outcome.Buyers, over.Outcome.Refunds));
        Assert.Empty(await app.RefundTasksAsync(owner));
        (await app.OpenTeamAsync(id, "u5")).ExpectingConflict("Ended");
    }

    [Fact]
    public async Task Each_order_of_a_failed_team_has_one_task_of_the_owner()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        (await app.LeaveTeamAsync(id, "u2")).Expecting(HttpStatusCode.OK);
        (await app.LeaveTeamAsync(id, "u2")).Expecting(HttpStatusCode.OK);
        await app.OpenTeamAsync(id, "u3");

        await app.AdvanceAsync(TimeSpan.FromDays(1.1));

        var over = await app.GetGroupBuyAsync(id);
        Assert.Equal(GroupBuyState.Failed, over.State);
        Assert.All(over.Teams, team => Assert.Equal(GroupBuyState.Failed, team.State));
        Assert.Equal([$"{id}-1", $"{id}-2"], over.Refunds.Select(refund => refund.OrderId));
        var tasks = await app.RefundTasksAsync(owner);
        Assert.Equal(over.Refunds.Select(refund => refund.TaskId).Order(), tasks.Select(task => task.Id).Order());
        Assert.All(tasks, task => Assert.Equal(group, task.GroupId));

        await app.DissolvedAsync(group);
        Assert.Equal(2, (await app.RefundTasksAsync(owner)).Count);
        (await app.SendAsync(HttpMethod.Post, $"/api/tasks/{tasks[0].Id}/done", null))
            .Expecting(HttpStatusCode.NoContent);
        Assert.Single(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Order_counts_in_one_team_of_all_group_buys()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var first = await app.GroupBuyAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(first, "u1", $"{first}-1");
        await app.OpenTeamAsync(first, "u2");

        (await app.JoinTeamAsync(first, "u3", $"{first}-1", "team-2")).ExpectingConflict("InUse");
        (await app.JoinTeamAsync(first, "u1", $"{first}-9", "team-2")).ExpectingConflict("InUse");
        (await app.OpenTeamAsync(second, "u1", $"{first}-1")).ExpectingConflict("InUse");
        (await app.OpenTeamAsync(second, "u1", $"{second}-1")).Expecting(HttpStatusCode.Created);
        Assert.Equal(
            [second, first],
            (await app.ListAsync<GroupBuySummaryView>($"/api/group-buys?groupId={group}")).Select(listed => listed.Id));
    }

    [Fact]
    public async Task Held_group_opens_no_team_and_begins_no_group_buy()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1");
        (await app.HoldGroupAsync(group)).Expecting(HttpStatusCode.OK);

        (await app.OpenTeamAsync(id, "u2")).ExpectingConflict("State");
        (await app.OpenTeamAsync(id, "u1")).Expecting(HttpStatusCode.OK);
        (await app.JoinTeamAsync(id, "u2", $"{id}-2")).Expecting(HttpStatusCode.OK);
        (await app.PostAsync(
            "/api/group-buys", GroupBuyClient.Body(app.NewId("group-buy"), group, app.Now.AddDays(1))))
            .ExpectingConflict("State");
        Assert.Empty(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Creation_is_idempotent_and_needs_an_owner_and_enough_members()
    {
        var (group, owner) = await app.OwnedGroupAsync(members: 2);
        var body = GroupBuyClient.Body(app.NewId("group-buy"), group, app.Now.AddDays(1), size: 2);
        (await app.PostAsync("/api/group-buys", body)).Expecting(HttpStatusCode.Created);
        (await app.PostAsync("/api/group-buys", body)).Expecting(HttpStatusCode.OK);
        body["size"] = 3;
        (await app.PostAsync("/api/group-buys", body)).ExpectingConflict("AlreadyExists");
        body["id"] = app.NewId("group-buy");
        (await app.PostAsync("/api/group-buys", body)).ExpectingConflict("State");

        var bare = await app.GroupAsync();
        foreach (var member in new[] { "u1", "u2" }) await app.JoinAsync(bare, member);
        var ownerless = GroupBuyClient.Body(app.NewId("group-buy"), bare, app.Now.AddDays(1), size: 2);
        (await app.PostAsync("/api/group-buys", ownerless)).ExpectingConflict("Incomplete");
        ownerless["owner"] = owner;
        Assert.Equal(
            owner,
            (await app.PostAsync("/api/group-buys", ownerless)).Expecting(HttpStatusCode.Created)
                .As<GroupBuyView>().Owner);
    }

    [Fact]
    public async Task Members_have_the_name_in_the_group_or_else_the_one_of_another_group()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var (elsewhere, stranger) = (await app.GroupAsync(), app.NewId("u"));
        await app.JoinAsync(elsewhere, stranger, name: "阿明");
        await app.RenameAsync(group, "u1", "阿林 春茶");
        var id = await app.GroupBuyAsync(group);
        Assert.Empty((await app.GetGroupBuyAsync(id)).Names);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, stranger, $"{id}-2");
        await app.OpenTeamAsync(id, "nobody-knows", $"{id}-3");
        await app.LeaveTeamAsync(id, "nobody-knows", "team-2");

        var names = (await app.CancelGroupBuyAsync(id)).As<GroupBuyView>().Names;

        Assert.Equal([("u1", "阿林 春茶"), (stranger, "阿明")], names.Select(name => (name.Key, name.Value)));
        Assert.Equal(names, (await app.GetGroupBuyAsync(id)).Names);
    }

    [Theory]
    [InlineData("""{"groupId":"no-such-group"}""", "groupId")]
    [InlineData("""{"groupId":null}""", "groupId")]
    [InlineData("""{"product":null}""", "product")]
    [InlineData("""{"product":{"name":""}}""", "product.name")]
    [InlineData("""{"product":{"name":"茶","url":"ftp://x"}}""", "product.url")]
    [InlineData("""{"size":1}""", "size")]
    [InlineData("""{"size":51}""", "size")]
    [InlineData("""{"priceMinor":-1}""", "priceMinor")]
    [InlineData("""{"closesAt":"2026-11-30T20:00:00+08:00"}""", "closesAt")]
    [InlineData("""{"closesAt":null}""", "closesAt")]
    [InlineData("""{"currency":"yuan"}""", "currency")]
    [InlineData("""{"shop":"no-such-shop"}""", "shop")]
    [InlineData("""{"owner":"no-such-staff"}""", "owner")]
    public async Task Wrong_field_is_400(string change, string field)
    {
        var (group, _) = await app.OwnedGroupAsync();
        var body = GroupBuyClient.Body(app.NewId("group-buy"), group, app.Now.AddDays(1));
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) body[name] = value?.DeepClone();

        (await app.PostAsync("/api/group-buys", body)).ExpectingInvalid(field);
    }

    [Fact]
    public async Task Dissolved_group_and_end_after_the_charter_are_400()
    {
        var (group, _) = await app.OwnedGroupAsync();
        await app.DissolvedAsync(group);
        (await app.PostAsync(
            "/api/group-buys", GroupBuyClient.Body(app.NewId("group-buy"), group, app.Now.AddDays(1))))
            .ExpectingInvalid("groupId");

        var ending = await app.GroupAsync(kind: "NewBuyer", endsAt: app.Now.AddDays(1));
        (await app.PostAsync(
            "/api/group-buys", GroupBuyClient.Body(app.NewId("group-buy"), ending, app.Now.AddDays(2))))
            .ExpectingInvalid("closesAt");
    }

    [Fact]
    public async Task Unknown_group_buy_and_team_are_404_and_wrong_fields_are_400()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);

        (await app.GetAsync("/api/group-buys/none")).Expecting(HttpStatusCode.NotFound);
        (await app.OpenTeamAsync("none", "u1")).Expecting(HttpStatusCode.NotFound);
        (await app.JoinTeamAsync("none", "u1", "o1")).Expecting(HttpStatusCode.NotFound);
        (await app.JoinTeamAsync(id, "u1", "o1")).Expecting(HttpStatusCode.NotFound);
        (await app.LeaveTeamAsync(id, "u1")).Expecting(HttpStatusCode.NotFound);
        (await app.OpenTeamAsync(id, "a/b")).ExpectingInvalid("leader");
        (await app.JoinTeamAsync(id, "u1", "")).ExpectingInvalid("orderId");
        (await app.GetAsync("/api/group-buys?groupId=none")).ExpectingInvalid("groupId");
    }
}
