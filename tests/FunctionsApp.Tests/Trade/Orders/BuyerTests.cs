using System.Net;
using Community.Messaging.Deliveries;
using Community.Trade.Orders;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

public sealed class BuyerTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Member_view_has_the_spending_in_each_currency_and_the_latest_order()
    {
        var member = app.NewId("u");
        await BuyAsync(member, "l1", 5_000, minutes: 1);
        await BuyAsync(member, "l2", 7_000, minutes: 3);
        await BuyAsync(member, "l3", 900, minutes: 2, currency: "USD");
        var purchases = await app.MemberAsync(member);
        Assert.Equal((3, "l2"), (purchases.OrderCount, purchases.LastOrder!.OrderId[..2]));
        Assert.Equal([new Spend("CNY", 12_000), new Spend("USD", 900)], purchases.Spent);

        await app.SendStandardAsync(SampleShopMessages.Refunded($"l1-{member}", app.Now, 1_000));
        await app.SendStandardAsync(SampleShopMessages.Cancelled($"l2-{member}", app.Now));

        purchases = await app.MemberAsync(member);
        Assert.Equal(
            (2, "l2", OrderState.Cancelled),
            (purchases.OrderCount, purchases.LastOrder!.OrderId[..2], purchases.LastOrder.State));
        Assert.Equal([new Spend("CNY", 4_000), new Spend("USD", 900)], purchases.Spent);
    }

    [Fact]
    public async Task Unknown_member_is_404() =>
        ProblemAssert.IsProblem(await app.GetAsync("/api/members/nobody"), HttpStatusCode.NotFound);

    [Fact]
    public async Task Buyer_of_a_cheap_first_order_is_invited_once_with_the_product_and_price()
    {
        await CreateNewBuyerGroupAsync();
        var member = app.NewId("u");

        await BuyAsync(member, "cheap", 990);
        await BuyAsync(member, "cheap", 990);
        await BuyAsync(member, "second", 500);
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        var invitation = Assert.Single(await InvitationsAsync(member));
        Assert.Equal(DeliveryState.Sent, invitation.State);
        Assert.Contains("明前龙井 100g", invitation.Text, StringComparison.Ordinal);
        Assert.Contains("9.90元", invitation.Text, StringComparison.Ordinal);
        Assert.Contains(SampleBodies.JoinUrl, invitation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expensive_first_order_cheap_second_order_and_cancelled_order_cause_no_invitation()
    {
        await CreateNewBuyerGroupAsync();
        var (expensive, cancelled) = (app.NewId("u"), app.NewId("u"));
        await BuyAsync(expensive, "first", 9_900);
        await BuyAsync(expensive, "second", 500);
        await app.SendStandardAsync(SampleShopMessages.Cancelled($"gone-{cancelled}", app.Now));
        await BuyAsync(cancelled, "gone", 500);

        Assert.Empty(await InvitationsAsync(expensive));
        Assert.Empty(await InvitationsAsync(cancelled));
    }

    [Fact]
    public async Task Buyer_who_is_in_the_group_already_is_not_invited()
    {
        await CreateNewBuyerGroupAsync();
        var member = app.NewId("u");
        await app.JoinAsync(ShopHost.NewBuyerGroup, member);

        await BuyAsync(member, "cheap", 990);

        Assert.Empty(await InvitationsAsync(member));
    }

    async Task CreateNewBuyerGroupAsync() =>
        await app.PostAsync("/api/groups", SampleBodies.Group(ShopHost.NewBuyerGroup, kind: "NewBuyer"));

    Task BuyAsync(string member, string order, long amount, int minutes = 0, string currency = "CNY") =>
        app.SendStandardAsync(SampleShopMessages.Paid(
            $"{order}-{member}",
            app.Now.AddMinutes(minutes - 10),
            amount,
            memberId: member,
            buyer: $"b-{member}",
            currency: currency));

    async Task<IReadOnlyList<DeliveryView>> InvitationsAsync(string member)
    {
        var deliveries = await app.DeliveriesAsync(ShopHost.NewBuyerGroup);
        return
        [
            .. deliveries.Where(delivery =>
                delivery.MemberId == member && delivery.Step == "new-buyer-invitation"),
        ];
    }
}
