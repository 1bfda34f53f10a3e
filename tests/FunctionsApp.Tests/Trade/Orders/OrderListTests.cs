using System.Net;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>A shop's orders by time.</summary>
public sealed class OrderListTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Orders_are_listed_by_when_they_were_paid_over_months_and_pages_each_once()
    {
        DateTimeOffset At(int day) => app.Now.AddDays(-day);
        for (var day = 0; day < 80; day += 2) await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid($"day-{day:d2}", At(day))));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded("day-10", app.Now, 100)));
        string Days(params IEnumerable<int> days) => string.Join(' ', days.Select(day => $"day-{day:d2}"));

        Assert.Equal(Days(Enumerable.Range(0, 40).Select(i => 78 - (2 * i))), await ListAsync(At(79), At(0).AddMinutes(1), top: 200));
        Assert.Equal(Days(Enumerable.Range(0, 40).Select(i => 78 - (2 * i))), await ListAsync(At(79), At(0).AddMinutes(1), top: 3));
        Assert.Equal(Days(40, 38), await ListAsync(At(40), At(36), top: 50));
        Assert.Equal("", await ListAsync(At(400), At(300), top: 50));
    }

    [Fact]
    public async Task An_order_whose_refund_came_first_is_listed_once_by_when_it_was_paid()
    {
        var at = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(8));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Refunded("early", at.AddDays(1), 100)));
        Assert.Equal("early", await ListAsync(at.AddHours(23), at.AddHours(25), top: 50));

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("early", at)));

        Assert.Equal("early", await ListAsync(at, at.AddDays(3), top: 50));
        Assert.Equal("", await ListAsync(at.AddHours(23), at.AddHours(25), top: 50));
    }

    [Theory]
    [InlineData("", "shop")]
    [InlineData("shop=tea&from=yesterday", "from")]
    [InlineData("shop=tea&to=2026-12-01T00:00:00", "to")]
    [InlineData("shop=tea&top=0", "top")]
    [InlineData("shop=tea&continuation=nonsense", "continuation")]
    [InlineData("shop=tea&continuation=9999999999999999999-", "continuation")]
    public async Task A_list_that_is_asked_for_wrongly_is_refused_by_the_parameters_name(string query, string name) =>
        ProblemAssert.Names(await app.GetAsync($"/api/orders?{query}"), name);

    [Fact]
    public async Task An_order_that_nobody_heard_of_is_404() => ProblemAssert.IsProblem(await app.GetAsync("/api/orders/tea/none"), HttpStatusCode.NotFound);

    async Task<string> ListAsync(DateTimeOffset from, DateTimeOffset to, int top)
    {
        List<string> ids = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? "" : $"&continuation={continuation}";
            var page = (await app.GetAsync($"/api/orders?shop=tea&from={Uri.EscapeDataString($"{from:O}")}&to={to.UtcDateTime:O}&top={top}{next}")).Expecting(HttpStatusCode.OK);
            var slice = page.As<FunctionsApp.Platform.Storage.Slice<OrderView>>();
            Assert.True(slice.Items.Count <= top);
            ids.AddRange(slice.Items.Select(order => order.OrderId));
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        return string.Join(' ', ids);
    }
}
