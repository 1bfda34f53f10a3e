using Community.Trade.Orders;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Imports;

public sealed class CorrectedFileTests(ShopHost app) : IClassFixture<ShopHost>
{
    [Fact]
    public async Task Later_file_corrects_amount_instant_buyer_and_refund_of_an_earlier_one()
    {
        var order = app.NewId("k");
        await app.ImportedAsync(ImportClient.FileOf($"{order},b1,59.90,CNY,2026-12-01 08:00:00,9.90,"));

        var report = await app.ImportedAsync(ImportClient.FileOf($"{order},b2,49.90,CNY,2026-11-30 08:00:00,0,"));

        Assert.Equal((0, 0, 1), (report.Known, report.Missed, report.Corrected));
        Assert.Equal([order], report.CorrectedOrders);
        Assert.Empty(report.DifferingOrders);
        var corrected = await app.OrderAsync("tea", order);
        Assert.Equal(
            (OrderState.Paid, 4_990, 0, "b2", new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(8))),
            (corrected.State, corrected.AmountMinor, corrected.RefundedMinor, corrected.Buyer.Id, corrected.PaidAt));
        Assert.True(Assert.Single(corrected.Events).IsImported);
    }

    [Fact]
    public async Task Later_file_counts_when_both_are_carried_out_at_the_same_time()
    {
        var order = app.NewId("k");

        foreach (var amount in new[] { "59.90", "9.90", "39.90" })
            await app.ImportAsync(ImportClient.FileOf($"{order},b1,{amount},CNY,2026-12-01 08:00:00,,"));
        await app.RunUntilIdleAsync();

        Assert.Equal(3_990, (await app.OrderAsync("tea", order)).AmountMinor);
    }

    [Fact]
    public async Task Corrected_link_moves_the_credit()
    {
        var (order, wrong, right) = (app.NewId("k"), app.Conversion(), app.Conversion());
        var (first, second) = (await app.LinkAsync(wrong, "tea-1"), await app.LinkAsync(right, "tea-2"));
        await app.ImportedAsync(ImportClient.FileOf($"{order},b,59.90,CNY,2026-12-01 08:00:00,,{first.Code}"));

        await app.ImportedAsync(ImportClient.FileOf($"{order},b,49.90,CNY,2026-12-01 08:00:00,,{second.Code}"));

        Assert.Equal(0, (await app.SoldAsync(wrong)).Orders);
        Assert.Equal((1, 4_990), ((await app.SoldAsync(right)).Orders, (await app.SoldAsync(right)).Revenue.Single));
    }

    [Fact]
    public async Task File_corrects_nothing_that_the_shop_signed()
    {
        var order = app.NewId("k");
        await app.SendStandardAsync(SampleShopMessages.Paid(order, app.Now));
        await app.SendStandardAsync(SampleShopMessages.Refunded(order, app.Now, 1_000));

        var report = await app.ImportedAsync(ImportClient.FileOf($"{order},b9,49.90,CNY,2026-12-01 08:00:00,0,"));

        Assert.Equal((1, 0), (report.Known, report.Corrected));
        Assert.Equal([order], report.DifferingOrders);
        var stored = await app.OrderAsync("tea", order);
        Assert.Equal((5_990, 1_000, 2), (stored.AmountMinor, stored.RefundedMinor, stored.Events.Count));
    }

    [Fact]
    public async Task Refund_that_only_a_file_stated_is_taken_back_by_a_later_file()
    {
        var order = app.NewId("k");
        await app.SendStandardAsync(SampleShopMessages.Paid(order, app.Now));
        await app.ImportedAsync(ImportClient.FileOf($"{order},b,59.90,CNY,2026-12-01 08:00:00,9.90,"));
        Assert.Equal(990, (await app.OrderAsync("tea", order)).RefundedMinor);

        await app.ImportedAsync(
            $"orderId,amount,currency,paidAt\n{order},59.90,CNY,2026-12-01 08:00:00\n"); // says nothing about refunds
        Assert.Equal(990, (await app.OrderAsync("tea", order)).RefundedMinor);

        var report = await app.ImportedAsync(ImportClient.FileOf($"{order},b,59.90,CNY,2026-12-01 08:00:00,,"));

        Assert.Equal([order], report.CorrectedOrders);
        Assert.Equal(0, (await app.OrderAsync("tea", order)).RefundedMinor);
    }
}
