using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Tests.Acquisition.Standings;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Offers;

/// <summary>The sales of a group over all its offers.</summary>
public sealed class GroupSalesStoreTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Orders_of_all_offers_of_a_group_count_once_each()
    {
        var group = app.NewId("group");
        OfferReference[] offers = [NewOffer(OfferKind.Conversion), NewOffer(OfferKind.Content)];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            Offers.RecordAsync(offers[n % 2], Sale($"{group}/{n % 20}", group))));

        Assert.Equal(new OfferTotals(20, 40, MoneyByCurrency.Of(20 * 9_900, "CNY")), await Groups.FindAsync(group));
    }

    [Fact]
    public async Task Order_that_is_credited_to_a_campaign_too_counts_once()
    {
        var group = app.NewId("group");
        await Offers.RecordAsync(NewOffer(OfferKind.Content), Sale("shop/1", group));

        await Offers.RecordAsync(NewOffer(OfferKind.Campaign), Sale("shop/1", group));

        Assert.Equal(1, (await Groups.FindAsync(group)).Orders);
    }

    [Fact]
    public async Task Refunded_order_and_one_that_another_offer_has_are_taken_away()
    {
        var group = app.NewId("group");
        var (first, second) = (NewOffer(OfferKind.Conversion), NewOffer(OfferKind.FlashSale));
        await Offers.RecordAsync(first, Sale("shop/1", group));
        await Offers.RecordAsync(first, Sale("shop/2", group));

        await Offers.RecordAsync(first, Sale("shop/1", group) with { RefundedMinor = 9_900, Counts = false });
        await Offers.RecordAsync(first, Sale("shop/2", group) with { Counts = false });
        await Offers.RecordAsync(second, Sale("shop/2", group) with { RefundedMinor = 900 });

        Assert.Equal(new OfferTotals(1, 2, MoneyByCurrency.Of(9_000, "CNY")), await Groups.FindAsync(group));
    }

    [Fact]
    public async Task Order_of_another_group_moves_there_wherever_the_process_ends()
    {
        var offer = new OfferReference(OfferKind.Conversion, "spring");
        var whole = new FailingStore();
        await PrepareAsync(whole, offer);
        var writes = await whole.CountAsync(() => MoveAsync(whole, offer));
        Assert.InRange(writes, 3, 10);

        for (var made = 0; made < writes; made++)
        {
            var broken = new FailingStore();
            await PrepareAsync(broken, offer);
            await broken.EndAfterAsync(made, () => MoveAsync(broken, offer));
            await MoveAsync(broken, offer);
            var (_, groups) = StoresOf(broken);

            Assert.Equal((made, OfferTotals.None), (made, await groups.FindAsync("tea-1")));
            Assert.Equal((made, 1), (made, (await groups.FindAsync("tea-2")).Orders));
        }
    }

    OfferSalesStore Offers => app.Services.GetRequiredService<OfferSalesStore>();

    GroupSalesStore Groups => app.Services.GetRequiredService<GroupSalesStore>();

    OfferReference NewOffer(OfferKind kind) => new(kind, app.NewId("offer"));

    OfferSale Sale(string order, string group) => SaleAt(app.Now, order, group);

    static OfferSale SaleAt(DateTimeOffset at, string order, string group) => new(
        order, group, MemberId: null, Units: 2, AmountMinor: 9_900, RefundedMinor: 0, "CNY", Counts: true, at);

    static async Task PrepareAsync(FailingStore store, OfferReference offer)
    {
        await TableOf(store).EnsureAsync(TestContext.Current.CancellationToken);
        await StoresOf(store).Offers.RecordAsync(offer, SaleAt(default, "shop/1", "tea-1"));
    }

    static async Task MoveAsync(FailingStore store, OfferReference offer) =>
        await StoresOf(store).Offers.RecordAsync(offer, SaleAt(default, "shop/1", "tea-2"));

    static (OfferSalesStore Offers, GroupSalesStore Groups) StoresOf(FailingStore store)
    {
        var groups = new GroupSalesStore(TableOf(store));
        return (new OfferSalesStore(TableOf(store), groups, new KeyedLock()), groups);
    }

    static OffersTable TableOf(FailingStore store) => new(store.Service, OptimisticRetry.InRealTime);
}
