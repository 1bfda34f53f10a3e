using System.Text;
using System.Text.Json;
using Community.Platform;
using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// 有赞 (doc.youzanyun.com, 消息推送). The field <c>sign</c> covers the field <c>msg</c> alone, so the type only says which shape <c>msg</c> has, and what
/// happened is read from <c>msg</c>. Newer messages also carry the header <c>Event-Sign</c> over the whole body: where it is there, it has to be right.
/// Times are those of China, money is yuan.
/// </summary>
public sealed class YouzanDialect : IShopDialect
{
    /// <summary>The header with the signature of the whole body.</summary>
    public const string SignatureHeader = "Event-Sign";

    const string Currency = "CNY";

    static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Json(new { code = 0, msg = "success" });

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (!TryParse(request.Body, out var said)) return new ShopCheck.Refused(FailureReason.WrongSignature, "sign cannot be read: the body is not valid JSON.");
        if (SignatureRefusal(request, said, shop) is { } refused) return refused;
        var isTest = said.TryGetProperty("test", out var test) && (test.ValueKind is JsonValueKind.True || TextOf(said, "test") == "true");
        if (isTest || TextOf(said, "type") is not { } type || ShapeOf(type) is not { } shape) return new ShopCheck.Ignored();
        return new ShopCheck.Genuine(TextOf(said, "msg_id") is { Length: > 0 and <= JsonPart.MaxIdCharacters } id ? id : EffectKey.Digest(said.GetRawText()), shape);
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var msg = JsonPart.Parse(body).Needed("msg");
        var said = msg.Element.ValueKind is JsonValueKind.Object ? msg : JsonPart.Parse(Encoding.UTF8.GetBytes(Decoded(msg.Text(int.MaxValue))));
        return message.Topic switch
        {
            YouzanMessages.Trade => YouzanMessages.Paid(said, message, Currency, China),
            YouzanMessages.Refund => YouzanMessages.Refunded(said, message, Currency, China),
            _ => YouzanMessages.Closed(said, message, China),
        };
    }

    static ShopCheck.Refused? SignatureRefusal(ShopRequest request, JsonElement said, Shop shop)
    {
        if (request.Has(SignatureHeader))
        {
            if (request.Header(SignatureHeader) is not { } header) return BodySignature.NoHeader(request, SignatureHeader);
            return ShopSignatures.Matches(header, shop.Secrets, secret => ShopSignatures.Md5(shop.ClientId, request.Body.Span, secret.Key))
                ? null
                : new ShopCheck.Refused(FailureReason.WrongSignature, $"{SignatureHeader} matches no secret.");
        }

        if (TextOf(said, "sign") is not { Length: > 0 } sign) return new ShopCheck.Refused(FailureReason.MissingHeader, "sign is missing.");
        if (TextOf(said, "msg") is not { } msg) return new ShopCheck.Refused(FailureReason.MissingHeader, "msg is missing.");
        return ShopSignatures.Matches(sign, shop.Secrets, secret => ShopSignatures.Md5(shop.ClientId, Encoding.UTF8.GetBytes(msg), secret.Key))
            ? null
            : new ShopCheck.Refused(FailureReason.WrongSignature, "sign matches no secret.");
    }

    // Types are written in more than one way over the years, and compared without case.
    static string? ShapeOf(string type) => type.ToUpperInvariant() switch
    {
        "TRADE_TRADEPAID" or "TRADE_TRADEBUYERPAY" => YouzanMessages.Trade,
        "TRADE_REFUND_REFUNDSUCCESS" or "TRADE_REFUND_SYSREFUND" or "TRADE_REFUND_REFUNDSELLERAGREE" or "YOUZAN_TRADE_REFUNDSUCCESS" => YouzanMessages.Refund,
        "TRADE_TRADECLOSE" => YouzanMessages.Close,
        _ => null,
    };

    // Some senders write a space as %20 and leave plus signs as they are, others write it as a plus sign.
    static string Decoded(string msg) =>
        Uri.UnescapeDataString(msg.Contains("%20", StringComparison.Ordinal) ? msg : msg.Replace('+', ' '));

    static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement said)
    {
        try
        {
            said = JsonPart.Parse(body).Element;
            return true;
        }
        catch (UnreadableMessageException)
        {
            said = default;
            return false;
        }
    }

    static string? TextOf(JsonElement said, string name)
    {
        try
        {
            return said.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }
}
