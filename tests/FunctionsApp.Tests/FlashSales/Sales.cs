using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.FlashSales;

namespace FunctionsApp.Tests.FlashSales;

/// <summary>What the operator of a flash sale does.</summary>
static class Sales
{
    /// <summary>A sale in an hour, for four hours, in a group that has no way in yet; the group's charter ends after a day.</summary>
    public static async Task<FlashSaleView> SaleAsync(this AppHost app, string? joinUrl = null)
    {
        var group = await app.GroupAsync(kind: "Flash", joinUrl: joinUrl, endsAt: app.Now.AddDays(1));
        var body = Bodies.FlashSale(app.NewId("flash"), group, app.Now.AddHours(1), app.Now.AddHours(5));
        var made = (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.Created);
        await app.SettleAsync();
        return made.As<FlashSaleView>();
    }

    public static async Task<FlashSaleView> SeeSaleAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/flash-sales/{id}")).Expecting(HttpStatusCode.OK).As<FlashSaleView>();

    public static async Task<Answer> EditAsync(this AppHost app, string id, JsonObject edit)
    {
        var answer = await app.SendAsync(HttpMethod.Patch, $"/api/flash-sales/{id}", AppHost.Json(edit));
        await app.SettleAsync();
        return answer;
    }

    public static async Task<Answer> CloseAsync(this AppHost app, string id)
    {
        var answer = await app.SendAsync(HttpMethod.Post, $"/api/flash-sales/{id}/close", null);
        await app.SettleAsync();
        return answer;
    }
}
