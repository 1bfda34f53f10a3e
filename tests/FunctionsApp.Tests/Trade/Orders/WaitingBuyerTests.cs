using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

public sealed class WaitingBuyerTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task New_buyer_is_invited_when_the_full_group_has_a_place_again()
    {
        var group = ShopHost.NewBuyerGroup;
        await app.PostAsync("/api/groups", SampleBodies.Group(group, kind: "NewBuyer", capacity: 1));
        await app.JoinAsync(group, "cat");

        await BuyAsync("ann");
        await BuyAsync("ann");
        await BuyAsync("bob");
        Assert.Empty(await InvitedAsync());
        Assert.Equal(StaffTaskKind.AddGroup, Assert.Single(await app.TasksAsync(group)).Kind);

        var edit = new JsonObject { ["capacity"] = 100, ["by"] = "小王" };
        (await app.SendAsync(HttpMethod.Patch, $"/api/groups/{group}", JsonContent.Create(edit)))
            .Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await BuyAsync("ann");

        Assert.Equal(["ann", "bob"], await InvitedAsync());
        Assert.Empty(await app.TasksAsync(group));
    }

    Task BuyAsync(string member) => app.SendStandardAsync(SampleShopMessages.Paid(
        $"cheap-{member}", app.Now.AddMinutes(-1), 990, memberId: member, buyer: $"b-{member}"));

    async Task<IEnumerable<string?>> InvitedAsync() =>
        (await app.DeliveriesAsync(ShopHost.NewBuyerGroup))
            .Where(delivery => delivery.Step == "new-buyer-invitation")
            .Select(delivery => delivery.MemberId)
            .Order();
}
