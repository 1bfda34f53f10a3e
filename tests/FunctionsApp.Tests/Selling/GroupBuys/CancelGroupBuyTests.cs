using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.GroupBuys;
using FunctionsApp.Selling.GroupBuys;

namespace FunctionsApp.Tests.Selling.GroupBuys;

public sealed class CancelGroupBuyTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Each_order_of_a_team_that_is_not_full_has_one_task_at_once_and_at_the_end()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group, size: 2);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        await app.OpenTeamAsync(id, "u3", $"{id}-3");
        await app.OpenTeamAsync(id, "u4", $"{id}-4");
        await app.LeaveTeamAsync(id, "u4", "team-3");

        var cancelled = (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK).As<GroupBuyView>();

        Assert.Equal(GroupBuyState.Cancelled, cancelled.State);
        Assert.Equal(new GroupBuyCancellation("没有货了", "小王", app.Now), cancelled.Cancellation);
        Assert.Equal(
            [GroupBuyState.Succeeded, GroupBuyState.Cancelled, GroupBuyState.Cancelled],
            cancelled.Teams.Select(team => team.State));
        Assert.Equal([$"{id}-3", $"{id}-4"], cancelled.Refunds.Select(refund => refund.OrderId));
        await app.RunUntilIdleAsync();
        await ExpectTasksAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));
        await ExpectTasksAsync();
        var over = await app.GetGroupBuyAsync(id);
        Assert.Equal((cancelled.State, cancelled.Outcome), (over.State, over.Outcome));

        async Task ExpectTasksAsync() => Assert.Equal(
            cancelled.Refunds.Select(refund => refund.TaskId).Order(),
            (await app.RefundTasksAsync(owner)).Select(task => task.Id).Order());
    }

    [Fact]
    public async Task Cancelled_group_buy_opens_no_team_and_gives_no_place()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK);

        (await app.OpenTeamAsync(id, "u3")).ExpectingConflict("Ended");
        (await app.JoinTeamAsync(id, "u3", $"{id}-3")).ExpectingConflict("Ended");
        (await app.JoinTeamAsync(id, "u1", $"{id}-1")).ExpectingConflict("Ended");
        (await app.LeaveTeamAsync(id, "u2")).ExpectingConflict("Ended");
        Assert.Equal(
            ["u1", "u2"], (await app.GetGroupBuyAsync(id)).Teams[0].Members.Select(member => member.MemberId));
        // An order that got no place is free for another group-buy.
        var other = await app.GroupBuyAsync(group);
        (await app.OpenTeamAsync(other, "u3", $"{id}-3")).Expecting(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Repeat_answers_the_same_and_another_reason_or_author_is_refused()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        var first = (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(first.Text, (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK).Text);
        (await app.CancelGroupBuyAsync(id, reason: "写错了价")).ExpectingConflict("Ended");
        (await app.CancelGroupBuyAsync(id, by: "小李")).ExpectingConflict("Ended");
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));
        Assert.Equal(first.Text, (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK).Text);
        Assert.Single(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Group_buy_that_is_over_is_not_cancelled()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));

        (await app.CancelGroupBuyAsync(id)).ExpectingConflict("Ended");

        var over = await app.GetGroupBuyAsync(id);
        Assert.Equal((GroupBuyState.Failed, null), (over.State, over.Cancellation));
        Assert.Single(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Group_buy_of_a_dissolved_group_is_cancelled()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.DissolvedAsync(group);

        (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK);

        await app.RunUntilIdleAsync();
        Assert.Single(await app.RefundTasksAsync(owner));
    }

    [Theory]
    [InlineData("""{"by":"小王"}""", "reason")]
    [InlineData("""{"by":"小王","reason":""}""", "reason")]
    [InlineData("""{"by":"小王","reason":"两\n行"}""", "reason")]
    [InlineData("""{"reason":"没有货了"}""", "by")]
    [InlineData("""{"by":"","reason":"没有货了"}""", "by")]
    public async Task Wrong_field_is_400(string body, string field)
    {
        var (group, _) = await app.OwnedGroupAsync();
        var id = await app.GroupBuyAsync(group);

        (await app.PostAsync($"/api/group-buys/{id}/cancel", JsonNode.Parse(body)!)).ExpectingInvalid(field);
        (await app.CancelGroupBuyAsync(id, reason: new string('长', 201))).ExpectingInvalid("reason");
        (await app.CancelGroupBuyAsync(id, by: new string('长', 41))).ExpectingInvalid("by");

        Assert.Equal(GroupBuyState.Open, (await app.GetGroupBuyAsync(id)).State);
    }

    [Fact]
    public async Task Unknown_group_buy_is_404() =>
        (await app.CancelGroupBuyAsync("none")).Expecting(HttpStatusCode.NotFound);
}
