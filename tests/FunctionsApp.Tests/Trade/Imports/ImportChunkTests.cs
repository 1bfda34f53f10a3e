using System.Net;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class ImportChunkTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Chunk_that_is_repeated_at_any_step_reports_and_counts_its_lines_once()
    {
        var (id, orders) = await StoredImportAsync(lines: 150);
        var handler = app.Services.GetRequiredService<ImportHandler>();
        var message = new ImportedOrders("tea", id, Chunk: 0);

        await handler.RecordAsync(message); // and the process ends
        await handler.RecordAsync(message);
        await handler.CompleteAsync(message); // and the process ends before the message is deleted
        await handler.RecordAsync(message);
        await handler.CompleteAsync(message);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var import = await app.ImportAtAsync($"/api/order-imports/{id}");
        Assert.Equal(
            (ImportState.Finished, 150, 150, 0),
            (import.State, import.LinesDone, import.Report!.Missed, import.Report.Known));
        Assert.Equal(orders, import.Report.MissedOrders);
        Assert.Single((await app.OrderAsync("tea", orders[0])).Events);
    }

    [Fact]
    public async Task Progress_is_told_before_the_report()
    {
        var (id, _) = await StoredImportAsync(lines: 150);
        var waiting = await app.ImportAtAsync($"/api/order-imports/{id}");
        Assert.Equal((ImportState.Waiting, 0, 150), (waiting.State, waiting.LinesDone, waiting.Lines));
        var handler = app.Services.GetRequiredService<ImportHandler>();
        var store = app.Services.GetRequiredService<OrderImportStore>();

        await handler.RecordAsync(new ImportedOrders("tea", id, Chunk: 0));
        await store.CompleteChunkAsync(id, chunk: 0, app.Now);

        var running = await app.ImportAtAsync($"/api/order-imports/{id}");
        Assert.Equal((ImportState.Running, 100, 150), (running.State, running.LinesDone, running.Lines));
        Assert.Null(running.Report);
    }

    [Fact]
    public async Task Message_that_comes_again_after_the_end_changes_nothing()
    {
        var order = app.NewId("h");
        var accepted = await app.ImportAsync(ImportClient.FileOf($"{order},b,1.00,CNY,2026-12-01 09:00:00,,"));
        await app.RunAsync(accepted);
        var before = await app.GetAsync(accepted.Location!);

        await app.Services.GetRequiredService<MessageQueue<ImportedOrders>>()
            .SendAsync(new ImportedOrders("tea", before.As<ImportView>().Id, Chunk: 0));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(before.Text, (await app.GetAsync(accepted.Location!)).Text);
    }

    [Fact]
    public async Task Lines_are_deleted_when_the_import_is_finished_and_the_report_180_days_later()
    {
        var accepted = await app.ImportAsync(
            ImportClient.FileOf($"{app.NewId("h")},b,1.00,CNY,2026-12-01 09:00:00,,\n,bad"));
        await app.RunAsync(accepted);
        var id = accepted.As<ImportView>().Id;
        Assert.Equal(["import", "result-00000"], await RowsAsync(id));

        await ForgetAsync(app.Now.AddDays(179));
        (await app.GetAsync(accepted.Location!)).Expecting(HttpStatusCode.OK);
        await ForgetAsync(app.Now.AddDays(181));

        (await app.GetAsync(accepted.Location!)).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty(await RowsAsync(id));
    }

    [Fact]
    public async Task Lines_of_a_request_that_never_ended_are_deleted_after_a_day()
    {
        var id = app.NewId("lost");
        var store = app.Services.GetRequiredService<OrderImportStore>();
        await app.Services.GetRequiredService<ImportCalendar>().AddAsync(id, app.Now);
        await store.StoreLinesAsync(id, "f", new[] { new FileLine(null, new BadLine(2, "bad")) }.ToAsyncEnumerable());
        Assert.Single(await RowsAsync(id));

        await ForgetAsync(app.Now.AddDays(2));

        Assert.Empty(await RowsAsync(id));
    }

    // An import as a request stores it, without the message that starts it.
    async Task<(string Id, IReadOnlyList<string> Orders)> StoredImportAsync(int lines)
    {
        var (id, prefix) = (app.NewId("import"), app.NewId("h"));
        var orders = Enumerable.Range(0, lines).Select(number => $"{prefix}-{number}").ToList();
        var text = string.Join('\n', orders.Select(order => $"{order},b,1.00,CNY,2026-12-01 09:00:00,,"));
        using var csv = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ImportClient.FileOf(text)));
        var file = new OrderFile(csv, System.Text.Encoding.UTF8, TimeZoneInfo.Utc);
        var store = app.Services.GetRequiredService<OrderImportStore>();
        var (count, chunks) = await store.StoreLinesAsync(id, "f", file.LinesAsync());
        await store.TryAddAsync(new OrderImport(id, "tea", app.Now, count, chunks), "f");
        return (id, orders);
    }

    Task ForgetAsync(DateTimeOffset now) => ActivatorUtilities
        .CreateInstance<ForgetOrderImportsFunction>(app.Services, new FixedClock(now))
        .Forget(timer: null!);

    async Task<IReadOnlyList<string>> RowsAsync(string id)
    {
        List<string> rows = [];
        var table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("OrderImports");
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == id)) rows.Add(row.RowKey);
        return rows;
    }

    sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
