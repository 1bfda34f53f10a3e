using System.Text;
using System.Text.Json;
using Community.Platform;
using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// 有赞 (doc.youzanyun.com, 消息推送). The field <c>sign</c> covers only the field <c>msg</c>, so the type only selects the
/// shape of <c>msg</c>, and all facts are read from <c>msg</c>. Newer messages also have the header <c>Event-Sign</c>
/// over the whole body, which must be valid when it is present; then the type is signed too. Times are in China's time
/// zone, amounts in yuan.
/// </summary>
public sealed class YouzanDialect : IShopDialect
{
    public const string SignatureHeader = "Event-Sign";

    const string Currency = "CNY";

    static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Json(new { code = 0, msg = "success" });

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (!TryParse(request.Body, out var content)) return Unparsable;
        if (SignatureRefusal(request, content, shop) is { } refused) return refused;
        if (IsTest(content) || TextOf(content, "type") is not { } type || ShapeOf(type) is not { } shape)
            return new ShopCheck.Ignored();
        if (shape is YouzanMessages.Refund && request.Has(SignatureHeader)) shape = YouzanMessages.SettledRefund;
        return new ShopCheck.Genuine(IdOf(content), shape);
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var msg = JsonPart.Parse(body).Needed("msg");
        var content = msg.Element.ValueKind is JsonValueKind.Object
            ? msg
            : JsonPart.Parse(Encoding.UTF8.GetBytes(Decode(msg.Text(int.MaxValue))));
        return message.Topic switch
        {
            YouzanMessages.Trade => YouzanMessages.Paid(content, message, Currency, China),
            YouzanMessages.SettledRefund => YouzanMessages.Refunded(content, message, Currency, China),
            YouzanMessages.Refund => YouzanRefundState.IsSettled(content)
                ? YouzanMessages.Refunded(content, message, Currency, China)
                : [],
            _ => YouzanMessages.Closed(content, message, China),
        };
    }

    static ShopCheck.Refused Unparsable =>
        new(FailureReason.WrongSignature, "sign cannot be read: the body is not valid JSON.");

    static bool IsTest(JsonElement content) =>
        content.TryGetProperty("test", out var test)
        && (test.ValueKind is JsonValueKind.True || TextOf(content, "test") == "true");

    static string IdOf(JsonElement content) =>
        TextOf(content, "msg_id") is { Length: > 0 and <= JsonPart.MaxIdCharacters } id
            ? id
            : EffectKey.Digest(content.GetRawText());

    static ShopCheck.Refused? SignatureRefusal(ShopRequest request, JsonElement content, Shop shop) =>
        request.Has(SignatureHeader) ? HeaderRefusal(request, shop) : FieldRefusal(content, shop);

    static ShopCheck.Refused? HeaderRefusal(ShopRequest request, Shop shop)
    {
        if (request.Header(SignatureHeader) is not { } signature)
            return BodySignature.NoHeader(request, SignatureHeader);
        return MismatchRefusal(SignatureHeader, signature, request.Body, shop);
    }

    static ShopCheck.Refused? FieldRefusal(JsonElement content, Shop shop)
    {
        if (TextOf(content, "sign") is not { Length: > 0 } signature) return Missing("sign");
        if (TextOf(content, "msg") is not { } msg) return Missing("msg");
        return MismatchRefusal("sign", signature, Encoding.UTF8.GetBytes(msg), shop);
    }

    static ShopCheck.Refused? MismatchRefusal(string field, string signature, ReadOnlyMemory<byte> signed, Shop shop) =>
        ShopSignatures.Matches(
            signature, shop.Secrets, secret => ShopSignatures.Md5(shop.ClientId, signed.Span, secret.Key))
            ? null
            : new ShopCheck.Refused(FailureReason.WrongSignature, $"{field} matches no secret.");

    static ShopCheck.Refused Missing(string field) => new(FailureReason.MissingHeader, $"{field} is missing.");

    // Types exist in several spellings and are compared without case.
    static string? ShapeOf(string type) => type.ToUpperInvariant() switch
    {
        "TRADE_TRADEPAID" or "TRADE_TRADEBUYERPAY" => YouzanMessages.Trade,
        "TRADE_REFUND_REFUNDSUCCESS" or "TRADE_REFUND_SYSREFUND" or "TRADE_REFUND_REFUNDSELLERAGREE"
            or "YOUZAN_TRADE_REFUNDSUCCESS" => YouzanMessages.Refund,
        "TRADE_TRADECLOSE" => YouzanMessages.Close,
        _ => null,
    };

    // A sender that writes a space as %20 does not escape plus signs; other senders write a space as a plus sign.
    static string Decode(string msg) =>
        Uri.UnescapeDataString(msg.Contains("%20", StringComparison.Ordinal) ? msg : msg.Replace('+', ' '));

    static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement content)
    {
        try
        {
            content = JsonPart.Parse(body).Element;
            return true;
        }
        catch (UnreadableMessageException)
        {
            content = default;
            return false;
        }
    }

    static string? TextOf(JsonElement content, string name)
    {
        try
        {
            return content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // an unpaired surrogate
        }
    }
}
