using System.Text;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>One valid message of each shop, and the same message with one fault in its signature or headers.</summary>
static class MalformedShopMessages
{
    static readonly string[] HmacFaults =
    [
        "missing", "empty", "doubled", "truncated", "wrong case", "hexadecimal", "base64url", "padded", "endless",
        "spaced", "no topic", "two topics",
    ];

    static readonly string[] YouzanFaults =
    [
        "missing", "empty", "number", "doubled", "truncated", "wrong case", "base64", "endless", "no msg",
        "msg decoded", "wrong header",
    ];

    static readonly string[] StandardFaults =
    [
        "no id", "no timestamp", "no signature", "two ids", "two timestamps", "two signatures", "truncated",
        "wrong case", "hexadecimal", "endless", "other version", "too old", "too new", "milliseconds", "other id",
    ];

    public static IEnumerable<(string Shop, string Fault)> Faults =>
    [
        .. HmacFaults.Select(fault => ("shopify", fault)),
        .. HmacFaults.Select(fault => ("woo", fault)),
        .. YouzanFaults.Select(fault => ("youzan", fault)),
        .. StandardFaults.Select(fault => ("tea", fault)),
    ];

    public static SignedShopMessage Valid(AppHost app, string shop) => shop switch
    {
        "shopify" => ShopSigner.Shopify("orders/paid", SampleShopMessages.ShopifyOrder(55)),
        "other" => ShopSigner.Shopify("orders/paid", SampleShopMessages.ShopifyOrder(55), "shpss_of_another_shop"),
        "woo" => ShopSigner.Woo(SampleShopMessages.WooOrder(55)),
        "youzan" => ShopSigner.Youzan("trade_TradePaid", SampleShopMessages.YouzanOrder("E55")),
        _ => ShopSigner.Standard(app, SampleShopMessages.Paid("s55", app.Now)),
    };

    public static SignedShopMessage WithFault(AppHost app, string shop, string fault)
    {
        var signed = Valid(app, shop);
        return shop switch
        {
            "shopify" => WithHmacFault(signed, "X-Shopify-Topic", "X-Shopify-Hmac-Sha256", fault),
            "woo" => WithHmacFault(signed, "X-WC-Webhook-Topic", "X-WC-Webhook-Signature", fault),
            "youzan" => WithYouzanFault(signed, fault),
            _ => WithStandardFault(app, signed, fault),
        };
    }

    static SignedShopMessage WithHmacFault(SignedShopMessage signed, string topic, string header, string fault)
    {
        var value = signed[header];
        return fault switch
        {
            "missing" => signed.Without(header),
            "empty" => signed.With(header, ""),
            "doubled" => signed.Adding((header, value)),
            "truncated" => signed.With(header, value[..^4]),
            "wrong case" => signed.With(header, value.ToUpperInvariant()),
            "hexadecimal" => signed.With(header, Convert.ToHexStringLower(Convert.FromBase64String(value))),
            "base64url" => signed.With(header, value.TrimEnd('=')),
            "padded" => signed.With(header, $"{value}="),
            "endless" => signed.With(header, value + new string('A', 8_000)),
            "spaced" => signed.With(header, value.Insert(5, " ")),
            "no topic" => signed.Without(topic),
            "two topics" => signed.Without(topic).Adding((topic, "orders/paid"), (topic, "orders/cancelled")),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
    }

    static SignedShopMessage WithYouzanFault(SignedShopMessage signed, string fault)
    {
        var body = JsonNode.Parse(signed.Body)!.AsObject();
        var sign = body["sign"]!.GetValue<string>();
        switch (fault)
        {
            case "missing": body.Remove("sign"); break;
            case "empty": body["sign"] = ""; break;
            case "number": body["sign"] = 7; break;
            case "doubled":
                var doubled = body.ToJsonString()[..^1] + $",\"sign\":\"{sign}\"}}";
                return signed with { Body = Encoding.UTF8.GetBytes(doubled) };
            case "truncated": body["sign"] = sign[..^1]; break;
            case "wrong case": body["sign"] = sign.ToUpperInvariant(); break;
            case "base64": body["sign"] = Convert.ToBase64String(Convert.FromHexString(sign)); break;
            case "endless": body["sign"] = sign + new string('a', 8_000); break;
            case "no msg": body.Remove("msg"); break;
            case "msg decoded": body["msg"] = Uri.UnescapeDataString(body["msg"]!.GetValue<string>()); break;
            case "wrong header": return signed.With("Event-Sign", sign); // the header signs the whole body
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }

        return signed with { Body = ShopSigner.Bytes(body) };
    }

    static SignedShopMessage WithStandardFault(AppHost app, SignedShopMessage signed, string fault)
    {
        const string Id = "webhook-id", Timestamp = "webhook-timestamp", Signature = "webhook-signature";
        var signature = signed[Signature];
        var digest = signature["v1,".Length..];
        return fault switch
        {
            "no id" => signed.Without(Id),
            "no timestamp" => signed.Without(Timestamp),
            "no signature" => signed.Without(Signature),
            "two ids" => signed.Adding((Id, signed[Id])),
            "two timestamps" => signed.Adding((Timestamp, signed[Timestamp])),
            "two signatures" => signed.Adding((Signature, signature)),
            "truncated" => signed.With(Signature, signature[..^1]),
            "wrong case" => signed.With(Signature, $"v1,{digest.ToUpperInvariant()}"),
            "hexadecimal" =>
                signed.With(Signature, $"v1,{Convert.ToHexStringLower(Convert.FromBase64String(digest))}"),
            "endless" => signed.With(Signature, $"{signature} v1,{new string('A', 8_000)}"),
            "other version" => signed.With(Signature, $"v2,{digest}"),
            "too old" => SignedAt(app, app.Now.AddMinutes(-6)),
            "too new" => SignedAt(app, app.Now.AddMinutes(6)),
            "milliseconds" => signed.With(Timestamp, $"{signed[Timestamp]}000"),
            "other id" => signed.With(Id, "msg_other"),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
    }

    static SignedShopMessage SignedAt(AppHost app, DateTimeOffset at) =>
        ShopSigner.Standard(app, SampleShopMessages.Paid("s55", app.Now), at: at);
}
