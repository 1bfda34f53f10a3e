using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class ImportAmountTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Theory]
    [InlineData("1.5", "JPY", 0)]
    [InlineData("0.01", "JPY", 0)]
    [InlineData("59.905", "CNY", 2)]
    [InlineData("59.999", "CNY", 2)]
    [InlineData("1.2345", "KWD", 3)]
    public async Task Amount_with_more_decimals_than_its_currency_is_refused(
        string amount, string currency, int decimals)
    {
        var reason = $"has more than the {decimals} decimals of {currency}.";

        var report = await app.ImportedAsync(
            $"""
            {ImportClient.Heading}
            {app.NewId("a")},b,{amount},{currency},2026-12-01 09:00:00,,
            {app.NewId("a")},b,100,{currency},2026-12-01 09:00:00,{amount},
            """);

        Assert.Equal([$"amount: {reason}", $"refunded: {reason}"], report.Bad.Select(line => line.Reason));
        Assert.Equal(0, report.Missed);
    }

    [Theory]
    [InlineData("1500", "JPY", 1_500)]
    [InlineData("1500.00", "JPY", 1_500)]
    [InlineData("59.9", "CNY", 5_990)]
    [InlineData("59.900", "CNY", 5_990)]
    [InlineData("1.234", "KWD", 1_234)]
    public async Task Amount_is_read_in_minor_units_of_its_currency(string amount, string currency, long minor)
    {
        var order = app.NewId("a");

        await app.ImportedAsync(ImportClient.FileOf($"{order},b,{amount},{currency},2026-12-01 09:00:00,,"));

        Assert.Equal(minor, (await app.OrderAsync("tea", order)).AmountMinor);
    }
}
