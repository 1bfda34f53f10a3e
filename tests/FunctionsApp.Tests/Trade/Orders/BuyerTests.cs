using System.Net;
using Community.Messaging.Deliveries;
using Community.Trade.Orders;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>What a member bought over time, and the group that new buyers are invited into.</summary>
public sealed class BuyerTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task A_members_books_hold_what_they_spent_in_each_currency_and_their_latest_order()
    {
        var member = app.NewId("u");
        await BuyAsync(member, "l1", 5_000, minutes: 1);
        await BuyAsync(member, "l2", 7_000, minutes: 3);
        await BuyAsync(member, "l3", 900, minutes: 2, currency: "USD");
        var books = await app.MemberAsync(member);
        Assert.Equal((3, "l2"), (books.OrderCount, books.LastOrder!.OrderId[..2]));
        Assert.Equal([new Spend("CNY", 12_000), new Spend("USD", 900)], books.Spent);

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded($"l1-{member}", app.Now, 1_000)));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Cancelled($"l2-{member}", app.Now)));

        books = await app.MemberAsync(member);
        Assert.Equal((2, "l2", OrderState.Cancelled), (books.OrderCount, books.LastOrder!.OrderId[..2], books.LastOrder.State));
        Assert.Equal([new Spend("CNY", 4_000), new Spend("USD", 900)], books.Spent);
    }

    [Fact]
    public async Task A_member_of_whom_nothing_is_known_is_404() => ProblemAssert.IsProblem(await app.GetAsync("/api/members/nobody"), HttpStatusCode.NotFound);

    [Fact]
    public async Task Whoever_becomes_a_buyer_by_a_cheap_order_is_invited_once_with_the_reason()
    {
        await HaveGroupAsync();
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
    public async Task Nobody_is_invited_for_a_dear_first_order_a_cheap_second_one_or_one_that_was_cancelled()
    {
        await HaveGroupAsync();
        var (dear, cancelled) = (app.NewId("u"), app.NewId("u"));
        await BuyAsync(dear, "first", 9_900);
        await BuyAsync(dear, "second", 500);
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Cancelled($"gone-{cancelled}", app.Now)));
        await BuyAsync(cancelled, "gone", 500);

        Assert.Empty(await InvitationsAsync(dear));
        Assert.Empty(await InvitationsAsync(cancelled));
    }

    [Fact]
    public async Task Nobody_is_invited_who_is_in_the_group_already()
    {
        await HaveGroupAsync();
        var member = app.NewId("u");
        await app.JoinAsync(ShopHost.NewBuyerGroup, member);

        await BuyAsync(member, "cheap", 990);

        Assert.Empty(await InvitationsAsync(member));
    }

    async Task HaveGroupAsync() => await app.PostAsync("/api/groups", SampleBodies.Group(ShopHost.NewBuyerGroup, kind: "NewBuyer"));

    Task BuyAsync(string member, string order, long amount, int minutes = 0, string currency = "CNY") => app.SendMessageAsync(
        "tea", ShopSigner.Standard(app, SampleShopMessages.Paid($"{order}-{member}", app.Now.AddMinutes(minutes - 10), amount, memberId: member, buyer: $"b-{member}", currency: currency)));

    async Task<IReadOnlyList<FunctionsApp.Messaging.Deliveries.DeliveryView>> InvitationsAsync(string member) =>
        [.. (await app.DeliveriesAsync(ShopHost.NewBuyerGroup)).Where(delivery => delivery.MemberId == member && delivery.Step == "new-buyer-invitation")];
}
