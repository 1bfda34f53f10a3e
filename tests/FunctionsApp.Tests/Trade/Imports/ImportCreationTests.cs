using System.Net;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class ImportCreationTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Same_file_under_the_same_key_is_one_import()
    {
        var (key, file) = (app.NewId("key"), OneLine(app.NewId("c")));
        var first = (await app.ImportAsync(file, key: key)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        var again = (await app.ImportAsync(file, key: key)).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.Location, again.Location);
        Assert.Equal((ImportState.Finished, 1), (again.As<ImportView>().State, again.As<ImportView>().Report!.Missed));
    }

    [Fact]
    public async Task Other_file_under_the_same_key_is_409_and_imports_nothing()
    {
        var (key, first, second) = (app.NewId("key"), app.NewId("c"), app.NewId("c"));
        await app.ImportAsync(OneLine(first), key: key);

        var other = await app.ImportAsync(OneLine(second), key: key);
        await app.RunUntilIdleAsync();

        other.IsProblem(HttpStatusCode.Conflict);
        Assert.True(await app.HasOrderAsync("tea", first));
        Assert.False(await app.HasOrderAsync("tea", second));
    }

    [Fact]
    public async Task Scope_of_a_key_is_the_shop()
    {
        var (key, order) = (app.NewId("key"), app.NewId("c"));
        var first = (await app.ImportAsync(OneLine(order), key: key)).Expecting(HttpStatusCode.Accepted);

        var other = await app.ImportAsync(OneLine(order), shop: "shopify", key: key);
        other.Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        Assert.NotEqual(first.Location, other.Location);
        Assert.True(await app.HasOrderAsync("shopify", order));
    }

    [Fact]
    public async Task Same_file_without_a_key_is_another_import_that_finds_everything_known()
    {
        var file = OneLine(app.NewId("c"));
        var first = await app.ImportedAsync(file);

        var second = await app.ImportedAsync(file);

        Assert.Equal((1, 0), (first.Missed, first.Known));
        Assert.Equal((0, 1), (second.Missed, second.Known));
    }

    [Fact]
    public async Task File_without_lines_is_finished_at_once()
    {
        var answer = (await app.ImportAsync(ImportClient.Heading)).Expecting(HttpStatusCode.Accepted);

        var import = answer.As<ImportView>();
        Assert.Equal((ImportState.Finished, 0, 0), (import.State, import.Lines, import.Report!.Lines));
        Assert.Equal($"/api/order-imports/{import.Id}", answer.Location);
    }

    [Fact]
    public async Task Column_without_a_meaning_is_ignored()
    {
        var order = app.NewId("c");

        var report = await app.ImportedAsync(
            $"note,orderId,amount,currency,paidAt\n\"=1,\n2\",{order},1.00,CNY,2026-12-01 09:00:00\n");

        Assert.Equal([order], report.MissedOrders);
    }

    [Fact]
    public async Task Unknown_import_is_404() =>
        (await app.GetAsync("/api/order-imports/nothing")).IsProblem(HttpStatusCode.NotFound);

    static string OneLine(string order) => ImportClient.FileOf($"{order},b,1.00,CNY,2026-12-01 09:00:00,,");
}
