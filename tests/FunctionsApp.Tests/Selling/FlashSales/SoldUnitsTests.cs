using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.FlashSales;

public sealed class SoldUnitsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Sale_tells_what_each_group_bought_and_how_much_is_left()
    {
        var sale = await app.SaleAsync(2, change: body => body["quantity"] = 10);
        var (first, second) = (sale.Groups[0].GroupId, sale.Groups[1].GroupId);
        await SellAsync(sale.Id, first, "o1", units: 2, amount: 9_900);
        await SellAsync(sale.Id, first, "o2", units: 1, amount: 4_950);
        await SellAsync(sale.Id, second, "o3", units: 1, amount: 4_950, counts: false);

        var read = await app.GetSaleAsync(sale.Id);

        Assert.Equal(new OfferTotals(2, 3, MoneyByCurrency.Of(14_850, "CNY")), read.Sold);
        Assert.Equal(7, read.Remaining);
        Assert.Equal([3, 0], read.Groups.Select(group => group.Sold!.Units));
    }

    [Fact]
    public async Task Sale_without_a_quantity_has_no_remaining_units()
    {
        var sale = await app.SaleAsync(1, change: body => body.Remove("quantity"));
        await SellAsync(sale.Id, sale.GroupId, "o1", units: 2, amount: 9_900);

        var read = await app.GetSaleAsync(sale.Id);

        Assert.Equal((2, null), (read.Sold!.Units, read.Remaining));
    }

    async Task SellAsync(string id, string group, string order, int units, long amount, bool counts = true)
    {
        var sale = new OfferSale($"tea/{order}-{id}", group, MemberId: null, units, amount, 0, "CNY", counts, app.Now);
        var offer = new OfferReference(OfferKind.FlashSale, id);
        await app.Services.GetRequiredService<OfferSalesStore>().RecordAsync(offer, sale);
    }
}
