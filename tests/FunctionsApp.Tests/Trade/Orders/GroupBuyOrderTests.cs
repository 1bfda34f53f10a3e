using System.Net;
using Community.Selling.GroupBuys;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Tests.Selling.GroupBuys;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>What shops tell about orders of group-buys.</summary>
public sealed class GroupBuyOrderTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Refund_frees_the_place_of_a_team_that_is_not_full()
    {
        var (id, _) = await OpenAsync();
        await PayAsync($"{id}-1");
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        await PayAsync($"{id}-2");
        var team = (await app.GetGroupBuyAsync(id)).Teams[0];
        Assert.All(team.Members, member => Assert.Equal(OrderStanding.Paid, member.Order));

        await RefundAsync($"{id}-2");

        Assert.Equal(["u1"], (await app.GetGroupBuyAsync(id)).Teams[0].Members.Select(member => member.MemberId));
        (await app.JoinTeamAsync(id, "u2", $"{id}-2")).Expecting(HttpStatusCode.Conflict);
        (await app.JoinTeamAsync(id, "u2", $"{id}-3")).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Order_that_is_refunded_or_cancelled_before_gets_no_place()
    {
        var (id, _) = await OpenAsync();
        await PayAsync($"{id}-1");
        await RefundAsync($"{id}-1");
        await app.SendStandardAsync(SampleShopMessages.Cancelled($"{id}-2", app.Now));

        (await app.OpenTeamAsync(id, "u1", $"{id}-1")).Expecting(HttpStatusCode.Conflict);
        (await app.OpenTeamAsync(id, "u1", $"{id}-2")).Expecting(HttpStatusCode.Conflict);
        Assert.Empty((await app.GetGroupBuyAsync(id)).Teams);
    }

    [Fact]
    public async Task Full_team_stays_after_a_refund()
    {
        var (id, owner) = await OpenAsync();
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        await app.JoinTeamAsync(id, "u3", $"{id}-3");
        await PayAsync($"{id}-3");
        await RefundAsync($"{id}-3");

        var team = (await app.GetGroupBuyAsync(id)).Teams[0];
        Assert.Equal((GroupBuyState.Succeeded, 3), (team.State, team.Members.Count));
        Assert.Equal(OrderStanding.Refunded, team.Members[2].Order);
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));
        Assert.Empty(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Refund_after_the_end_ends_the_task_and_the_other_stays()
    {
        var (id, owner) = await OpenAsync();
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await app.JoinTeamAsync(id, "u2", $"{id}-2");
        await PayAsync($"{id}-1");
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));
        Assert.Equal(2, (await app.RefundTasksAsync(owner)).Count);

        await RefundAsync($"{id}-1");

        var refund = Assert.Single((await app.GetGroupBuyAsync(id)).Refunds);
        Assert.Equal($"{id}-2", refund.OrderId);
        Assert.Equal(refund.TaskId, Assert.Single(await app.RefundTasksAsync(owner)).Id);
    }

    [Fact]
    public async Task Payment_that_the_shop_tells_after_a_cancellation_has_one_task_until_its_refund()
    {
        var (id, owner) = await OpenAsync();
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        (await app.CancelGroupBuyAsync(id)).Expecting(HttpStatusCode.OK);

        await PayAsync($"{id}-1");

        var paid = await app.GetGroupBuyAsync(id);
        Assert.Equal(OrderStanding.Paid, paid.Teams[0].Members[0].Order);
        Assert.Equal(
            Assert.Single(paid.Refunds).TaskId, Assert.Single(await app.RefundTasksAsync(owner)).Id);
        await RefundAsync($"{id}-1");
        Assert.Empty((await app.GetGroupBuyAsync(id)).Refunds);
        await app.AdvanceAsync(TimeSpan.FromDays(1.1));
        Assert.Empty(await app.RefundTasksAsync(owner));
    }

    [Fact]
    public async Task Part_of_the_money_back_is_no_refund_and_another_shop_does_not_count()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var body = GroupBuyClient.Body(app.NewId("group-buy"), group, app.Now.AddDays(1));
        body["shop"] = "shopify";
        var id = (await app.PostAsync("/api/group-buys", body)).As<GroupBuyView>().Id;
        await app.OpenTeamAsync(id, "u1", $"{id}-1");
        await PayAsync($"{id}-1");
        await RefundAsync($"{id}-1");
        Assert.Equal(OrderStanding.Unknown, (await app.GetGroupBuyAsync(id)).Teams[0].Members[0].Order);

        var (open, _) = await OpenAsync();
        await app.OpenTeamAsync(open, "u1", $"{open}-1");
        await PayAsync($"{open}-1");
        await RefundAsync($"{open}-1", 100);
        Assert.Equal(OrderStanding.Paid, (await app.GetGroupBuyAsync(open)).Teams[0].Members[0].Order);
    }

    async Task<(string Id, string Owner)> OpenAsync()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        return (await app.GroupBuyAsync(group), owner);
    }

    Task PayAsync(string order) => app.SendStandardAsync(SampleShopMessages.Paid(order, app.Now, 3_990));

    Task RefundAsync(string order, long amount = 3_990) =>
        app.SendStandardAsync(SampleShopMessages.Refunded(order, app.Now, amount));
}
