using System.Net;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

/// <summary>A shop's export held against what its webhooks told.</summary>
public sealed class ImportTests(ShopHost app) : IClassFixture<ShopHost>
{
    const string Heading = "orderId,buyer,amount,currency,paidAt,refunded,linkCode";

    [Fact]
    public async Task A_file_brings_what_webhooks_had_missed_once_and_says_what_that_was()
    {
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("i1", app.Now)));
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("i2", app.Now)));
        var file = $"{Heading}\ni1,b1,59.90,CNY,2026-12-01 09:00:00,,\ni2,b1,59.90,CNY,2026-12-01 09:00:00,9.90,\ni3,b3,19.90,CNY,2026-12-01T09:00:00+08:00,0,\ni4,b1,9.90,CNY,2026-12-01 09:00:00,,\n";
        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("i4", app.Now)));

        var report = await ReportAsync(file);
        await app.RunUntilIdleAsync();

        Assert.Equal((4, 2, 2), (report.Lines, report.Known, report.Missed));
        Assert.Equal(["i2", "i3"], report.MissedOrders);
        Assert.Equal(["i4"], report.DifferingOrders);
        Assert.Empty(report.Bad);
        Assert.Equal((OrderState.PartlyRefunded, 990), ((await app.OrderAsync("tea", "i2")).State, (await app.OrderAsync("tea", "i2")).RefundedMinor));
        var third = await app.OrderAsync("tea", "i3");
        Assert.Equal((OrderState.Paid, 1_990, "b3", new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8))), (third.State, third.AmountMinor, third.Buyer.Id, third.PaidAt));
        Assert.Equal(5_990, (await app.OrderAsync("tea", "i4")).AmountMinor);

        var again = await ReportAsync(file);
        Assert.Equal((4, 4, 0), (again.Lines, again.Known, again.Missed));
        Assert.Single((await app.OrderAsync("tea", "i3")).Events);
    }

    [Fact]
    public async Task An_imported_order_is_credited_like_any_other_and_the_shops_own_message_counts_over_it()
    {
        var offer = app.Conversion();
        var link = await app.LinkAsync(offer, "tea-1", app.NewId("u"));
        await ReportAsync($"{Heading}\ni9,b9,59.90,CNY,2026-12-01 08:00:00,,{link.Code}\n");
        await app.RunUntilIdleAsync();
        Assert.Equal(5_990, (await app.SoldAsync(offer)).Revenue.Single);

        await app.SendMessageAsync("tea", ShopSigner.Standard(app, SampleShopMessages.Paid("i9", app.Now, 4_990, link.Code, quantity: 3)));

        Assert.Equal(new Community.Selling.Offers.OfferTotals(1, 3, MoneyByCurrency.Of(4_990, "CNY")), await app.SoldAsync(offer));
    }

    [Fact]
    public async Task Each_bad_line_is_told_by_its_number_and_reason_and_the_others_are_taken_in()
    {
        var bad = new (string Line, string Reason)[]
        {
            (",b,1,CNY,2026-12-01 09:00:00,,", "orderId: is missing."),
            ($"{new string('x', 101)},b,1,CNY,2026-12-01 09:00:00,,", "orderId: must be at most 100 characters, none of control."),
            ("x2,b,-1,CNY,2026-12-01 09:00:00,,", "amount: must be a decimal number that is not negative, such as 59.90."),
            ("x3,b,\"1,5\",CNY,2026-12-01 09:00:00,,", "amount: must be a decimal number that is not negative, such as 59.90."),
            ("x4,b,1,RMB8,2026-12-01 09:00:00,,", "currency: must be an ISO 4217 currency."),
            ("x5,b,1,CNY,yesterday,,", "paidAt: must be an instant such as 2026-12-01 22:00:00 or 2026-12-01T22:00:00+08:00."),
            ("x6,b,1,CNY,2026-12-01 09:00:00,2,", "refunded: is more than was paid."),
            ("x7,b,1,CNY,2026-12-01 09:00:00,,what?", "linkCode: is no code of a link."),
            ("good,b,1,CNY,2026-12-01 09:00:00,,", "orderId: is that of line 2."),
            ("x8,b,1", "currency: is missing."),
            ("x9,b\"c,1,CNY,2026-12-01 09:00:00,,", "quotes are not closed, or stand within text."),
        };

        var report = await ReportAsync($"{Heading}\ngood,b,1,CNY,2026-12-01 09:00:00,,\n{string.Join('\n', bad.Select(one => one.Line))}\nlast,,0,CNY,2026-12-01 09:00,,\n");
        await app.RunUntilIdleAsync();

        Assert.Equal(bad.Select((one, index) => new BadLine(index + 3, one.Reason)), report.Bad);
        Assert.Equal(["good", "last"], report.MissedOrders);
        Assert.True(await app.HasOrderAsync("tea", "last"));
    }

    [Theory]
    [InlineData("", "the file is empty.")]
    [InlineData("orderId,amount,currency\n", "the column paidAt is missing.")]
    [InlineData("orderId,amount,currency,paidAt,ORDERID\n", "the column orderId is there twice.")]
    public async Task A_file_that_is_no_export_is_refused_with_the_reason(string file, string reason)
    {
        var answer = await SendAsync(file);

        ProblemAssert.Names(answer, "body");
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_ends_the_reading_and_not_the_memory()
    {
        var answer = await SendAsync($"{Heading}\ni20,b,1,CNY,2026-12-01 09:00:00,,\ni21,\"{new string('x', 100_000)}");

        ProblemAssert.Names(answer, "body");
    }

    [Fact]
    public async Task Only_csv_for_a_shop_that_is_set_up_is_taken()
    {
        ProblemAssert.IsProblem(await SendAsync(Heading, contentType: "application/json"), HttpStatusCode.UnsupportedMediaType);
        ProblemAssert.Names(await SendAsync(Heading, shop: ""), "shop");
        ProblemAssert.Names(await SendAsync(Heading, shop: "nobody"), "shop");
    }

    async Task<ImportReport> ReportAsync(string file) => (await SendAsync(file)).Expecting(HttpStatusCode.OK).As<ImportReport>();

    Task<ApiAnswer> SendAsync(string file, string shop = "tea", string contentType = "text/csv") => app.ImportAsync(file, shop, contentType);
}
