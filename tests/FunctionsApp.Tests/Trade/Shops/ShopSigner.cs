using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>
/// Signs messages as the documentation of each shop says, without the app's own code. <see cref="Settings"/> configures
/// the shops.
/// </summary>
static class ShopSigner
{
    public const string ShopifySecret = "shpss_0123456789abcdef";
    public const string OlderShopifySecret = "shpss_older";
    public const string WooSecret = "woo secret 茶";
    public const string YouzanClient = "6cd25b3f99727975b5";
    public const string YouzanSecret = "0f9a31f7a2d8e02d";
    public const string StandardSecret = "whsec_YSBzaG9wJ3Mgb3duIHNlY3JldCwgbG9uZyBlbm91Z2g=";

    public static IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Shops:shopify:Kind"] = "Shopify",
            ["Shops:shopify:Secrets:0"] = ShopifySecret,
            ["Shops:shopify:Secrets:1"] = OlderShopifySecret,
            ["Shops:woo:Kind"] = "WooCommerce",
            ["Shops:woo:Secrets:0"] = WooSecret,
            ["Shops:youzan:Kind"] = "Youzan",
            ["Shops:youzan:Secrets:0"] = YouzanSecret,
            ["Shops:youzan:ClientId"] = YouzanClient,
            ["Shops:tea:Kind"] = "Standard",
            ["Shops:tea:Secrets:0"] = StandardSecret,
            ["Shops:other:Kind"] = "Shopify",
            ["Shops:other:Secrets:0"] = "shpss_of_another_shop",
        };

    public static SignedShopMessage Shopify(
        string topic,
        JsonNode body,
        string secret = ShopifySecret,
        string? eventId = null) => Shopify(topic, Bytes(body), secret, eventId);

    public static SignedShopMessage Shopify(
        string topic,
        byte[] body,
        string secret = ShopifySecret,
        string? eventId = null) => new(
        body,
        "application/json",
        ("X-Shopify-Topic", topic),
        ("X-Shopify-Hmac-Sha256", HmacSha256(secret, body)),
        ("X-Shopify-Shop-Domain", "tea.myshopify.com"),
        ("X-Shopify-Webhook-Id", $"{Guid.NewGuid()}"),
        ("X-Shopify-Event-Id", eventId ?? $"{Guid.NewGuid()}"));

    public static SignedShopMessage Woo(JsonNode body, string topic = "order.updated") => Woo(Bytes(body), topic);

    public static SignedShopMessage Woo(byte[] body, string topic = "order.updated") => new(
        body,
        "application/json",
        ("X-WC-Webhook-Topic", topic),
        ("X-WC-Webhook-Signature", HmacSha256(WooSecret, body)),
        ("X-WC-Webhook-Delivery-ID", "36e520ebabc2fa725092ff4a47acedf2"));

    public static SignedShopMessage Youzan(string type, JsonNode msg, bool test = false, string? messageId = null)
    {
        var encoded = Uri.EscapeDataString(msg.ToJsonString());
        var body = new JsonObject
        {
            ["client_id"] = YouzanClient,
            ["kdt_id"] = 63_077,
            ["kdt_name"] = "茶铺",
            ["mode"] = 1,
            ["msg"] = encoded,
            ["msg_id"] = messageId ?? $"{Guid.NewGuid()}",
            ["sendCount"] = 0,
            ["sign"] = Md5(YouzanClient + encoded + YouzanSecret),
            ["status"] = "TRADE_PAID",
            ["test"] = test,
            ["type"] = type,
            ["version"] = 1,
        };
        return new SignedShopMessage(Bytes(body), "application/json");
    }

    public static SignedShopMessage Standard(
        AppHost app,
        JsonNode body,
        string? id = null,
        DateTimeOffset? at = null) => Standard(Bytes(body), id ?? $"msg_{Guid.NewGuid():n}", at ?? app.Now);

    public static SignedShopMessage Standard(byte[] body, string id, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var secret = Convert.FromBase64String(StandardSecret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{seconds}."), .. body];
        var signature = Convert.ToBase64String(HMACSHA256.HashData(secret, signed));
        return new SignedShopMessage(
            body,
            "application/json",
            ("webhook-id", id),
            ("webhook-timestamp", seconds),
            ("webhook-signature", $"v1,{signature}"));
    }

    public static byte[] Bytes(JsonNode body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    static string HmacSha256(string secret, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    static string Md5(string text)
    {
#pragma warning disable CA5351 // the shop's own scheme
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
    }
}
