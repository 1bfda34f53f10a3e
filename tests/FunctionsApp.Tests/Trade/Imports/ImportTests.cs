using System.Net;
using Community.Platform;
using Community.Selling.Offers;
using Community.Trade.Orders;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class ImportTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Import_adds_and_reports_the_orders_that_webhooks_missed_once()
    {
        await app.SendStandardAsync(SampleShopMessages.Paid("i1", app.Now));
        await app.SendStandardAsync(SampleShopMessages.Paid("i2", app.Now));
        const string File =
            $"""
            {ImportClient.Heading}
            i1,b1,59.90,CNY,2026-12-01 09:00:00,,
            i2,b1,59.90,CNY,2026-12-01 09:00:00,9.90,
            i3,b3,19.90,CNY,2026-12-01T09:00:00+08:00,0,
            i4,b1,9.90,CNY,2026-12-01 09:00:00,,

            """;
        await app.SendStandardAsync(SampleShopMessages.Paid("i4", app.Now));

        var report = await app.ImportedAsync(File);

        Assert.Equal((4, 2, 2), (report.Lines, report.Known, report.Missed));
        Assert.Equal(["i2", "i3"], report.MissedOrders);
        Assert.Equal(["i4"], report.DifferingOrders);
        Assert.Empty(report.Bad);
        var second = await app.OrderAsync("tea", "i2");
        Assert.Equal((OrderState.PartlyRefunded, 990), (second.State, second.RefundedMinor));
        var third = await app.OrderAsync("tea", "i3");
        Assert.Equal(
            (OrderState.Paid, 1_990, "b3", new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8))),
            (third.State, third.AmountMinor, third.Buyer.Id, third.PaidAt));
        Assert.Equal(5_990, (await app.OrderAsync("tea", "i4")).AmountMinor);

        var repeat = await app.ImportedAsync(File);
        Assert.Equal((4, 4, 0), (repeat.Lines, repeat.Known, repeat.Missed));
        Assert.Single((await app.OrderAsync("tea", "i3")).Events);
    }

    [Fact]
    public async Task Imported_order_is_credited_and_a_later_message_of_the_shop_replaces_its_figures()
    {
        var offer = app.Conversion();
        var link = await app.LinkAsync(offer, "tea-1", app.NewId("u"));
        await app.ImportedAsync(ImportClient.FileOf($"i9,b9,59.90,CNY,2026-12-01 08:00:00,,{link.Code}"));
        Assert.Equal(5_990, (await app.SoldAsync(offer)).Revenue.Single);

        await app.SendStandardAsync(SampleShopMessages.Paid("i9", app.Now, 4_990, link.Code, quantity: 3));

        Assert.Equal(new OfferTotals(1, 3, MoneyByCurrency.Of(4_990, "CNY")), await app.SoldAsync(offer));
    }

    [Fact]
    public async Task Invalid_line_is_reported_with_its_number_and_reason_and_valid_lines_are_imported()
    {
        const string BadAmount = "amount: must be a decimal number that is not negative, such as 59.90.";
        const string BadInstant =
            "paidAt: must be an instant such as 2026-12-01 22:00:00 or 2026-12-01T22:00:00+08:00.";
        var longId = new string('x', 101);
        var bad = new (string Line, string Reason)[]
        {
            (",b,1,CNY,2026-12-01 09:00:00,,", "orderId: is missing."),
            ($"{longId},b,1,CNY,2026-12-01 09:00:00,,", "orderId: must be at most 100 characters, none of control."),
            ("x2,b,-1,CNY,2026-12-01 09:00:00,,", BadAmount),
            ("x3,b,\"1,5\",CNY,2026-12-01 09:00:00,,", BadAmount),
            ("x4,b,1,RMB8,2026-12-01 09:00:00,,", "currency: must be an ISO 4217 currency."),
            ("x5,b,1,CNY,yesterday,,", BadInstant),
            ("x6,b,1,CNY,2026-12-01 09:00:00,2,", "refunded: is more than was paid."),
            ("x7,b,1,CNY,2026-12-01 09:00:00,,what?", "linkCode: is no code of a link."),
            ("good,b,1,CNY,2026-12-01 09:00:00,,", "orderId: is that of line 2."),
            ("x8,b,1", "currency: is missing."),
            ("x9,b\"c,1,CNY,2026-12-01 09:00:00,,", "quotes are not closed, or stand within text."),
        };
        string[] lines =
        [
            ImportClient.Heading,
            "good,b,1,CNY,2026-12-01 09:00:00,,",
            .. bad.Select(one => one.Line),
            "last,,0,CNY,2026-12-01 09:00,,\n",
        ];

        var report = await app.ImportedAsync(string.Join('\n', lines));

        Assert.Equal(
            bad.Select((one, index) => (index + 3, one.Reason)),
            report.Bad.Select(line => (line.Line, line.Reason)));
        Assert.Equal(["good", "last"], report.MissedOrders);
        Assert.True(await app.HasOrderAsync("tea", "last"));
    }

    [Theory]
    [InlineData("", "the file is empty.")]
    [InlineData("orderId,amount,currency\n", "the column paidAt is missing.")]
    [InlineData("orderId,amount,currency,paidAt,ORDERID\n", "the column orderId is there twice.")]
    public async Task File_without_the_columns_of_an_export_is_refused_with_the_reason(string file, string reason)
    {
        var answer = await app.ImportAsync(file);

        ProblemAssert.Names(answer, "body");
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_with_a_long_unclosed_quote_is_refused()
    {
        var answer = await app.ImportAsync(
            $"{ImportClient.Heading}\ni20,b,1,CNY,2026-12-01 09:00:00,,\ni21,\"{new string('x', 100_000)}");

        ProblemAssert.Names(answer, "body");
    }

    [Fact]
    public async Task Import_requires_csv_and_a_configured_shop()
    {
        ProblemAssert.IsProblem(
            await app.ImportAsync(ImportClient.Heading, contentType: "application/json"),
            HttpStatusCode.UnsupportedMediaType);
        ProblemAssert.Names(await app.ImportAsync(ImportClient.Heading, shop: ""), "shop");
        ProblemAssert.Names(await app.ImportAsync(ImportClient.Heading, shop: "nobody"), "shop");
    }
}
