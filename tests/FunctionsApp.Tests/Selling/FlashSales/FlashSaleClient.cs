using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Selling.FlashSales;

namespace FunctionsApp.Tests.Selling.FlashSales;

/// <summary>What the operator of a flash sale does.</summary>
static class FlashSaleClient
{
    extension(FlashSaleView sale)
    {
        /// <summary>The group of a sale that has one.</summary>
        public string GroupId => sale.Groups[0].GroupId;
    }

    /// <summary>
    /// A sale in an hour, for four hours, in a group that has no way in yet; the group's charter ends after a day.
    /// </summary>
    public static async Task<FlashSaleView> SaleAsync(this AppHost app, string? joinUrl = null) =>
        await app.SaleAsync(1, joinUrl);

    /// <summary>The same in several groups, as <paramref name="change"/> will have it.</summary>
    public static async Task<FlashSaleView> SaleAsync(
        this AppHost app, int groups, string? joinUrl = null, Action<JsonObject>? change = null)
    {
        List<string> ids = [];
        for (var i = 0; i < groups; i++)
            ids.Add(await app.GroupAsync(kind: "Flash", joinUrl: joinUrl, endsAt: app.Now.AddDays(1)));
        var body = SampleBodies.FlashSale(app.NewId("flash"), ids, app.Now.AddHours(1), app.Now.AddHours(5));
        change?.Invoke(body);
        var made = (await app.PostAsync("/api/flash-sales", body)).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        return made.As<FlashSaleView>();
    }

    /// <summary>Waves so many minutes from now.</summary>
    public static JsonArray Waves(this AppHost app, params IEnumerable<int> minutes) =>
        new(
            [
                .. minutes.Select(
                    (minute, index) =>
                        SampleBodies.Wave(
                            app.Now.AddMinutes(minute),
                            $"第 {index + 1} 波 {{link}}",
                            $"https://shop.example/p/{index + 1}")),
            ]);

    public static async Task<ApiAnswer> SellOutAsync(this AppHost app, string id)
    {
        var answer = await app.SendAsync(HttpMethod.Post, $"/api/flash-sales/{id}/sold-out", null);
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<FlashSaleView> GetSaleAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/flash-sales/{id}")).Expecting(HttpStatusCode.OK).As<FlashSaleView>();

    public static async Task<ApiAnswer> EditAsync(this AppHost app, string id, JsonObject edit)
    {
        var answer = await app.SendAsync(HttpMethod.Patch, $"/api/flash-sales/{id}", AppHost.Json(edit));
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<ApiAnswer> CloseAsync(this AppHost app, string id)
    {
        var answer = await app.SendAsync(HttpMethod.Post, $"/api/flash-sales/{id}/close", null);
        await app.RunUntilIdleAsync();
        return answer;
    }
}
