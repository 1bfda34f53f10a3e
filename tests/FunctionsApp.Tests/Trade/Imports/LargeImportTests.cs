using System.Net;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

/// <summary>Files of the maximum length.</summary>
public sealed class LargeImportTests
{
    [Fact]
    public async Task File_of_50_000_lines_is_accepted_with_each_order_once()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
        var lines = Enumerable.Range(0, OrderFile.MaxLines)
            .Select(i => $"bulk-{i % 40_000},b,1.00,CNY,2026-12-01 09:00:00,,");

        var answer = await app.ImportAsync($"{ImportClient.Heading}\n{string.Join('\n', lines)}\n");

        var import = answer.Expecting(HttpStatusCode.Accepted).As<ImportView>();
        Assert.Equal((50_000, (ImportReport?)null), (import.Lines, import.Report));
    }

    [Fact]
    public async Task Long_lists_of_the_report_are_cut_and_the_numbers_count_all()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
        var lines = Enumerable.Range(0, 1_200).SelectMany(i => new[]
        {
            $"bulk-{i},b,1.00,CNY,2026-12-01 09:00:00,,",
            $"bulk-{i},b,1.00,CNY,2026-12-01 09:00:00,,",
        });

        var report = await app.ImportedAsync($"{ImportClient.Heading}\n{string.Join('\n', lines)}\n");

        Assert.Equal((2_400, 1_200, 1_200), (report.Lines, report.Missed, report.BadLines));
        Assert.Equal(
            (ImportReport.MaxListed, ImportReport.MaxListed), (report.MissedOrders.Count, report.Bad.Count));
        Assert.Equal(new BadLine(3, "orderId: is that of line 2.") { OrderId = "bulk-0" }, report.Bad[0]);
    }

    [Fact]
    public async Task File_of_more_than_48_MiB_is_413()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });

        var answer = await app.ImportAsync(new byte[UploadedFile.MaxBytes + 1]);

        ProblemAssert.IsProblem(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task File_of_50_001_lines_is_refused()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Settings = ShopSigner.Settings });
        var lines = Enumerable.Range(0, OrderFile.MaxLines + 1).Select(_ => ",,,,,,");

        ProblemAssert.Names(await app.ImportAsync($"{ImportClient.Heading}\n{string.Join('\n', lines)}\n"), "body");
    }
}
