using Community.Selling;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Selling.FlashSales;

namespace FunctionsApp.Tests.Pushes.Calendars;

public sealed class FlashSaleEntryTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Calendar_of_a_flash_group_shows_waves_close_and_farewell_to_come()
    {
        var sale = await SaleAsync();

        var items = await EntriesAsync(sale);

        Assert.Equal(
            [
                ("wave-1", sale.Waves[0].At, "Planned", null),
                ("wave-2", sale.Waves[1].At, "Planned", null),
                ("close", sale.ClosesAt, "Planned", null),
                ("farewell", sale.ClosesAt, "Planned", null),
            ],
            items);
    }

    [Fact]
    public async Task Messages_that_were_sent_show_their_delivery()
    {
        var sale = await SaleAsync();
        var start = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(95));
        Assert.Equal(["Sent", "Planned", "Planned", "Planned"], States(await EntriesAsync(sale, start)));

        await app.AdvanceAsync(TimeSpan.FromHours(5));

        var items = await EntriesAsync(sale, start);
        Assert.Equal(["wave-1", "wave-2", "close", "farewell"], items.Select(item => item.Step));
        Assert.Equal(["Sent", "Sent", "Closed", "Sent"], States(items));
        Assert.Equal(sale.Waves[0].At, items[0].At);
    }

    [Fact]
    public async Task Sale_that_is_sold_out_shows_why_the_other_waves_were_skipped()
    {
        var sale = await SaleAsync();
        var start = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(95));

        await app.SellOutAsync(sale.Id);

        var second = Assert.Single(await EntriesAsync(sale, start), item => item.Step == "wave-2");
        Assert.Equal(
            (sale.Waves[1].At, "Skipped", "the sale is over: sold out"), (second.At, second.State, second.Reason));
        Assert.Contains(await EntriesAsync(sale, start), item => item is { Step: "close", State: "Closed" });
    }

    [Fact]
    public async Task Held_sale_shows_what_waits_for_it_to_go_on()
    {
        var sale = await SaleAsync();

        await app.RaiseAsync(SellingInstanceIds.FlashSale(sale.Id), "Hold");

        var items = await EntriesAsync(sale);
        Assert.All(items, item => Assert.Equal("Held", item.State));
        Assert.Contains(items, item => item.Step == "close" && item.At > sale.ClosesAt);
    }

    [Fact]
    public async Task Range_without_the_sale_is_empty_and_a_group_without_a_sale_too()
    {
        var sale = await SaleAsync();
        var other = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));

        Assert.Empty(await EntriesAsync(sale, sale.ClosesAt.AddMinutes(1)));
        Assert.Empty(await app.CalendarAsync(other));
    }

    Task<FlashSaleView> SaleAsync() =>
        app.SaleAsync(1, change: body => body["waves"] = app.Waves(90, 180));

    async Task<IReadOnlyList<(string Step, DateTimeOffset At, string State, string? Reason)>> EntriesAsync(
        FlashSaleView sale, DateTimeOffset? from = null)
    {
        var query = $"?from={Uri.EscapeDataString((from ?? app.Now).UtcDateTime.ToString("O"))}";
        var view = (await app.GetAsync($"/api/groups/{sale.GroupId}/calendar{query}")).As<CalendarView>();
        Assert.All(view.Items, item =>
        {
            Assert.Equal("FlashSale", item.Kind);
            Assert.StartsWith($"{sale.Name}: ", item.What, StringComparison.Ordinal);
        });
        return [.. view.Items.Select(item => (item.What[(sale.Name.Length + 2)..], item.At, item.State, item.Reason))];
    }

    static IEnumerable<string> States(
        IEnumerable<(string Step, DateTimeOffset At, string State, string? Reason)> items) =>
        items.Select(item => item.State);
}
