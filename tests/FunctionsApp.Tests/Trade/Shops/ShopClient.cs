using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>Sends the signed messages of shops to the app.</summary>
static class ShopClient
{
    /// <summary>Returns the answer; does not wait for the work that follows.</summary>
    public static Task<ApiAnswer> SendAsync(this AppHost app, string shop, SignedShopMessage signed)
    {
        var content = new ByteArrayContent(signed.Body);
        if (signed.ContentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(signed.ContentType);
        return app.SendAsync(HttpMethod.Post, $"/webhooks/shops/{shop}", content, [.. signed.Headers]);
    }

    /// <summary>Expects that the app accepts the message; returns when the work that follows is done.</summary>
    public static async Task SendMessageAsync(this AppHost app, string shop, SignedShopMessage signed)
    {
        (await app.SendAsync(shop, signed)).Expecting(shop == "tea" ? HttpStatusCode.Accepted : HttpStatusCode.OK);
        await app.RunUntilIdleAsync();
    }

    public static Task SendShopifyAsync(this AppHost app, string topic, JsonNode body, string? eventId = null) =>
        app.SendMessageAsync("shopify", ShopSigner.Shopify(topic, body, eventId: eventId));

    public static Task SendWooAsync(this AppHost app, JsonNode order, string topic = "order.updated") =>
        app.SendMessageAsync("woo", ShopSigner.Woo(order, topic));

    public static Task SendYouzanAsync(this AppHost app, string type, JsonNode message) =>
        app.SendMessageAsync("youzan", ShopSigner.Youzan(type, message));

    public static Task SendStandardAsync(this AppHost app, JsonNode message, string? id = null) =>
        app.SendMessageAsync("tea", ShopSigner.Standard(app, message, id));
}
