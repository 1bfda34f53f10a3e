using System.Net;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

/// <summary>
/// Files of the maximum length. Each test has its own host, because the import continues after the end of the test.
/// </summary>
public sealed class LargeImportTests
{
    const string Heading = "orderId,buyer,amount,currency,paidAt,refunded,linkCode";

    [Fact]
    public async Task File_of_50_000_lines_is_imported_with_each_order_once()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
        var lines = Enumerable.Range(0, OrderFile.MaxLines)
            .Select(i => $"bulk-{i % 40_000},b,1.00,CNY,2026-12-01 09:00:00,,");

        var answer = await app.ImportAsync($"{Heading}\n{string.Join('\n', lines)}\n");

        var report = answer.Expecting(HttpStatusCode.OK).As<ImportReport>();
        Assert.Equal(
            (50_000, 40_000, 10_000, OrderImport.MaxListed),
            (report.Lines, report.Missed, report.Bad.Count, report.MissedOrders.Count));
    }

    [Fact]
    public async Task File_of_50_001_lines_is_refused()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
        var lines = Enumerable.Range(0, OrderFile.MaxLines + 1).Select(_ => ",,,,,,");

        ProblemAssert.Names(await app.ImportAsync($"{Heading}\n{string.Join('\n', lines)}\n"), "body");
    }
}
