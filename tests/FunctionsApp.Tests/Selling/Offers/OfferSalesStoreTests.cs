using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Offers;

/// <summary>Sales of offers with unlimited stock.</summary>
public sealed class OfferSalesStoreTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Orders_that_come_at_once_and_twice_count_once_each()
    {
        var offer = NewOffer();

        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(n => RecordAsync(offer, Sale(n % 20, n % 2 == 0 ? "tea-1" : "tea-2"))));

        Assert.Equal(new OfferTotals(20, 40, MoneyByCurrency.Of(20 * 9_900, "CNY")), await Store.TotalAsync(offer));
        Assert.Equal(
            new OfferTotals(10, 20, MoneyByCurrency.Of(10 * 9_900, "CNY")), await Store.TotalAsync(offer, "tea-1"));
        Assert.Equal(20, (await Store.PageAsync(offer, 100, null)).Items.Count);
    }

    [Fact]
    public async Task A_refund_in_full_takes_the_order_out_of_its_groups_totals()
    {
        var offer = NewOffer();
        await RecordAsync(offer, Sale(1, "tea-1"));
        await RecordAsync(offer, Sale(2, "tea-1"));

        await RecordAsync(offer, Sale(1, "tea-1") with { RefundedMinor = 9_900, Counts = false });

        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(9_900, "CNY")), await Store.TotalAsync(offer, "tea-1"));
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(9_900, "CNY")), await Store.TotalAsync(offer));
    }

    [Fact]
    public async Task An_order_that_turns_out_to_be_of_another_group_moves_there()
    {
        var offer = NewOffer();
        await RecordAsync(offer, Sale(1, "tea-1"));

        await RecordAsync(offer, Sale(1, "tea-2"));

        Assert.Equal(
            (OfferTotals.None, new OfferTotals(1, 2, MoneyByCurrency.Of(9_900, "CNY"))),
            (await Store.TotalAsync(offer, "tea-1"), await Store.TotalAsync(offer, "tea-2")));
        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(9_900, "CNY")), await Store.TotalAsync(offer));
    }

    OfferSalesStore Store => app.Services.GetRequiredService<OfferSalesStore>();

    Task<IReadOnlyList<DurableAction>> RecordAsync(OfferReference offer, OfferSale sale) =>
        Store.RecordAsync(offer, sale);

    OfferReference NewOffer() => new(OfferKind.FlashSale, app.NewId("offer"));

    OfferSale Sale(int order, string group) =>
        new(
            $"shop/{order}",
            group,
            MemberId: null,
            Units: 2,
            AmountMinor: 9_900,
            RefundedMinor: 0,
            "CNY",
            Counts: true,
            app.Now);
}
