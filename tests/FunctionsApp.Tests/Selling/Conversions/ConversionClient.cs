using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>
/// What the operator of a conversion does. Unless told otherwise: warm-up in 11 hours, link a day later, last call 90
/// minutes after it, the end half an hour on.
/// </summary>
static class ConversionClient
{
    public static readonly TimeSpan WarmUpIn = TimeSpan.FromHours(11);
    public static readonly TimeSpan LinkIn = TimeSpan.FromHours(35);
    public static readonly TimeSpan LastCallIn = TimeSpan.FromHours(36.5);
    public static readonly TimeSpan ClosesIn = TimeSpan.FromHours(37);

    public static JsonObject Conversion(string? id, DateTimeOffset now, params IEnumerable<string> groups) => new()
    {
        ["id"] = id,
        ["groupIds"] = new JsonArray([.. groups.Select(group => (JsonNode)group)]),
        ["holdoutShare"] = 0.0,
        ["drive"] = "Trust",
        ["product"] = new JsonObject
        {
            ["name"] = "明前龙井",
            ["url"] = "https://shop.example/p/1",
            ["priceMinor"] = 19900,
            ["currency"] = "CNY",
            ["quantity"] = 100,
        },
        ["warmUp"] = new JsonObject
        {
            ["at"] = now + WarmUpIn,
            ["topic"] = "大家平时喝什么茶？",
            ["poll"] = new JsonArray("绿茶", "红茶", "不喝茶"),
        },
        ["linkAt"] = now + LinkIn,
        ["copy"] = new JsonObject
        {
            ["low"] = "看看{product}：{link}",
            ["medium"] = "{product}来了：{link}",
            ["high"] = "大家要的{product}，{price}：{link}",
        },
        ["lastCallAt"] = now + LastCallIn,
        ["lastCall"] = "最后半小时：{link}",
        ["closesAt"] = now + ClosesIn,
        ["closing"] = "{product}今天结束了，谢谢大家！",
    };

    /// <summary>A conversion, made and settled.</summary>
    public static async Task<ConversionView> PlanAsync(
        this AppHost app, IEnumerable<string> groups, Action<JsonObject>? change = null)
    {
        var body = Conversion(app.NewId("conversion"), app.Now, groups);
        change?.Invoke(body);
        var made = (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        return made.As<ConversionView>();
    }

    public static async Task<ConversionView> GetConversionAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/conversions/{id}")).Expecting(HttpStatusCode.OK).As<ConversionView>();

    public static async Task<ApiAnswer> EditConversionAsync(this AppHost app, string id, JsonObject edit)
    {
        var answer = await app.SendAsync(HttpMethod.Patch, $"/api/conversions/{id}", AppHost.Json(edit));
        await app.RunUntilIdleAsync();
        return answer;
    }

    /// <summary>hold, resume, cancel or sold-out.</summary>
    public static async Task<ApiAnswer> ControlAsync(this AppHost app, string id, string verb, JsonObject? body = null)
    {
        var answer = await app.SendAsync(
            HttpMethod.Post, $"/api/conversions/{id}/{verb}", body is null ? null : AppHost.Json(body));
        await app.RunUntilIdleAsync();
        return answer;
    }

    /// <summary>Moves the clock to an instant.</summary>
    public static Task AdvanceToAsync(this AppHost app, DateTimeOffset instant) => app.AdvanceAsync(instant - app.Now);
}
