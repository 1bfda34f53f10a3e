using System.Net;
using Community.Selling.Offers;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.Offers;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>Clicks of members and orders of a shop.</summary>
static class ShopperClient
{
    public static async Task ClickAsync(this AppHost app, string link, int times = 1)
    {
        var path = new Uri(link).AbsolutePath;
        for (var n = 0; n < times; n++) (await app.GetAsync(path)).Expecting(HttpStatusCode.Redirect);
        await app.RunUntilIdleAsync();
    }

    /// <summary>An order that is credited to the conversion in this group.</summary>
    public static async Task OrderAsync(
        this AppHost app, string conversion, string group, string order, int units = 1, bool counts = true)
    {
        var sale = new OfferSale(order, group, MemberId: null, units, units * 19900, 0, "CNY", counts, app.Now);
        var offerSales = app.Services.GetRequiredService<OfferSalesStore>();
        var actions = await offerSales.RecordAsync(new OfferReference(OfferKind.Conversion, conversion), sale);
        await app.Services.GetRequiredService<DurableTaskClient>().PerformAsync(actions);
        await app.RunUntilIdleAsync();
    }
}
