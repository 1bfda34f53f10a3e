using System.Net;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Tests.Trade.Orders;

public sealed class OrderListTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Orders_are_listed_once_by_payment_time_across_months_and_pages()
    {
        DateTimeOffset At(int day) => app.Now.AddDays(-day);
        for (var day = 0; day < 80; day += 2)
            await app.SendStandardAsync(SampleShopMessages.Paid($"day-{day:d2}", At(day)));
        await app.SendStandardAsync(SampleShopMessages.Refunded("day-10", app.Now, 100));
        string Days(params IEnumerable<int> days) => string.Join(' ', days.Select(day => $"day-{day:d2}"));
        var all = Days(Enumerable.Range(0, 40).Select(i => 78 - (2 * i)));

        Assert.Equal(all, await ListAsync(At(79), At(0).AddMinutes(1), top: 200));
        Assert.Equal(all, await ListAsync(At(79), At(0).AddMinutes(1), top: 3));
        Assert.Equal(Days(40, 38), await ListAsync(At(40), At(36), top: 50));
        Assert.Equal("", await ListAsync(At(400), At(300), top: 50));
    }

    [Fact]
    public async Task Order_whose_refund_arrives_first_is_listed_once_at_its_payment_time()
    {
        var at = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(8));
        await app.SendStandardAsync(SampleShopMessages.Refunded("early", at.AddDays(1), 100));
        Assert.Equal("early", await ListAsync(at.AddHours(23), at.AddHours(25), top: 50));

        await app.SendStandardAsync(SampleShopMessages.Paid("early", at));

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
    public async Task Invalid_query_is_refused_with_the_parameter(string query, string name) =>
        ProblemAssert.Names(await app.GetAsync($"/api/orders?{query}"), name);

    [Fact]
    public async Task Unknown_order_is_404() =>
        ProblemAssert.IsProblem(await app.GetAsync("/api/orders/tea/none"), HttpStatusCode.NotFound);

    async Task<string> ListAsync(DateTimeOffset from, DateTimeOffset to, int top)
    {
        var path = $"/api/orders?shop=tea&from={Uri.EscapeDataString($"{from:O}")}&to={to.UtcDateTime:O}&top={top}";
        List<string> ids = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? "" : $"&continuation={continuation}";
            var page = (await app.GetAsync(path + next)).Expecting(HttpStatusCode.OK).As<Slice<OrderView>>();
            Assert.True(page.Items.Count <= top);
            ids.AddRange(page.Items.Select(order => order.OrderId));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return string.Join(' ', ids);
    }
}
