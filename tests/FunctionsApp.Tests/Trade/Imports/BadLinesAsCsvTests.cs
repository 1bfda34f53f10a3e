using System.Net;
using System.Text;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class BadLinesAsCsvTests(ShopHost app) : IClassFixture<ShopHost>
{
    static readonly (string, string) AcceptCsv = ("Accept", "text/csv");

    [Fact]
    public async Task Lines_that_were_not_imported_are_csv_without_formulas()
    {
        string[] ids = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"\"x\"\",\"\"y\"\")", "1=1", "茶"];
        var lines = ids.Select(id => $"\"{id}\",b,x,CNY,2026-12-01 09:00:00,,");
        var accepted = await app.ImportAsync(ImportClient.FileOf(string.Join('\n', lines)));
        await app.RunUntilIdleAsync();

        var answer = (await app.GetAsync(accepted.Location!, AcceptCsv)).Expecting(HttpStatusCode.OK);

        const string Reason = "\"amount: must be a decimal number that is not negative, such as 59.90.\"";
        string[] formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"\"x\"\",\"\"y\"\")"];
        string[] shown = [.. formulas.Select(formula => $"\"'{formula}\""), "1=1", "茶"];
        Assert.Equal("text/csv", answer.ContentType);
        Assert.True(answer.Bytes.Span.StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(
            ["line,orderId,reason", .. shown.Select((id, index) => $"{index + 2},{id},{Reason}"), ""],
            answer.Text.TrimStart('\uFEFF').Split("\r\n"));
    }

    [Fact]
    public async Task Lines_of_an_import_that_is_not_finished_are_409()
    {
        var store = app.Services.GetRequiredService<OrderImportStore>();
        await store.TryAddAsync(new OrderImport("unfinished", "tea", app.Now, Lines: 1, Chunks: 1), "f");

        (await app.GetAsync("/api/order-imports/unfinished", AcceptCsv)).IsProblem(HttpStatusCode.Conflict);
    }
}
