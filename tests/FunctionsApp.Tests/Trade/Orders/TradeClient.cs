using System.Net;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Trade.Buyers;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>Tracked links to a shop, and the figures that result from orders.</summary>
static class TradeClient
{
    public static OfferReference Conversion(this AppHost app) => new(OfferKind.Conversion, app.NewId("spring"));

    public static Task<TrackedLink> LinkAsync(
        this AppHost app,
        OfferReference offer,
        string group,
        string? member = null)
    {
        var link = new NewLink(offer, "link", group, member, "https://shop.example.com/tea", app.Now);
        return app.Services.GetRequiredService<LinkStore>().EnsureAsync(link);
    }

    /// <summary>Follows the link; returns when the click is counted.</summary>
    public static async Task ClickAsync(this AppHost app, TrackedLink link)
    {
        (await app.GetAsync($"/l/{link.Code}")).Expecting(HttpStatusCode.Found);
        await app.RunUntilIdleAsync();
    }

    public static Task<OfferTotals> SoldAsync(this AppHost app, OfferReference offer) =>
        app.Services.GetRequiredService<OfferSalesStore>().TotalAsync(offer);

    public static async Task<MemberPurchasesView> MemberAsync(this AppHost app, string member) =>
        (await app.GetAsync($"/api/members/{member}")).Expecting(HttpStatusCode.OK).As<MemberPurchasesView>();
}
