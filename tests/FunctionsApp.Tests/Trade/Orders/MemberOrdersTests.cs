using Community.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Orders;

public sealed class MemberOrdersTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Orders_of_a_member_are_listed_latest_payment_first_with_state_and_attribution()
    {
        var (member, offer) = (app.NewId("u"), app.Conversion());
        await app.ClickAsync(await app.LinkAsync(offer, "tea-1", member));
        await BuyAsync(member, "first", minutes: 1);
        await BuyAsync(member, "third", minutes: 3);
        await BuyAsync(member, "second", minutes: 2);
        await app.SendStandardAsync(SampleShopMessages.Refunded($"second-{member}", app.Now, 1_000));

        var orders = await OrdersAsync(member);

        Assert.Equal(["third", "second", "first"], orders.Select(order => order.OrderId.Split('-')[0]));
        Assert.Equal(
            (OrderState.PartlyRefunded, 5_000, 1_000),
            (orders[1].State, orders[1].AmountMinor, orders[1].RefundedMinor));
        Assert.All(orders, order => Assert.Equal(offer.Id, order.Attribution.ConversionId));
    }

    [Fact]
    public async Task Repeated_order_and_one_whose_payment_moves_are_listed_once()
    {
        var member = app.NewId("u");
        await BuyAsync(member, "order", minutes: 1);
        await BuyAsync(member, "order", minutes: 1);
        await BuyAsync(member, "order", minutes: 0);

        Assert.Single(await OrdersAsync(member));
    }

    [Fact]
    public async Task Unknown_member_has_no_orders() => Assert.Empty(await OrdersAsync("nobody"));

    Task BuyAsync(string member, string order, int minutes) => app.SendStandardAsync(SampleShopMessages.Paid(
        $"{order}-{member}", app.Now.AddMinutes(minutes), 5_000, memberId: member, buyer: $"b-{member}"));

    Task<IReadOnlyList<OrderView>> OrdersAsync(string member) =>
        app.ListAsync<OrderView>($"/api/members/{member}/orders?");
}
