using System.Net;
using Community.Selling.Offers;
using FunctionsApp.Selling.Offers;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>What members do with a link, and what a shop's orders do to the offer's books.</summary>
static class ShopperClient
{
    public static async Task ClickAsync(this AppHost app, string link, int times = 1)
    {
        for (var n = 0; n < times; n++) (await app.GetAsync(new Uri(link).AbsolutePath)).Expecting(HttpStatusCode.Redirect);
        await app.RunUntilIdleAsync();
    }

    /// <summary>An order that is credited to the conversion in this group.</summary>
    public static async Task OrderAsync(this AppHost app, string conversion, string group, string order, int units = 1, bool counts = true)
    {
        var sale = new OfferSale(order, group, MemberId: null, units, units * 19900, 0, "CNY", counts, app.Now);
        await app.Services.GetRequiredService<OfferSalesStore>()
            .RecordAsync(new OfferReference(OfferKind.Conversion, conversion), sale, app.Services.GetRequiredService<DurableTaskClient>());
        await app.RunUntilIdleAsync();
    }
}
