using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Platform.Webhooks;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Any other shop, by the Standard Webhooks scheme: <c>{"type","data":{orderId,buyer:{id,memberId?},amountMinor,currency,items,linkCode?,at}}</c>. Whoever
/// sends this wrote it for us, so a message that does not say what it must is refused at once, by the field's name.
/// </summary>
public sealed class StandardDialect : IShopDialect
{
    const string Paid = "order.paid";
    const string Refunded = "order.refunded";
    const string Cancelled = "order.cancelled";

    static readonly string[] Signed = [StandardWebhookHeaders.IdName, StandardWebhookHeaders.TimestampName, StandardWebhookHeaders.SignatureName];

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Accepted();

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (Array.Find(Signed, name => request.IsDoubled(name)) is { } doubled) return BodySignature.NoHeader(request, doubled);
        var headers = StandardWebhookHeaders.From(name => request.Headers[name].ToString());
        var check = StandardWebhooks.Verify(headers, request.Body.Span, [.. shop.Secrets.Select(secret => secret.Standard!)], now);
        if (check is not SignatureCheck.Genuine genuine) return new ShopCheck.Refused(ReasonOf(check), SignatureRefusals.Describe(check));
        try
        {
            var type = JsonPart.Parse(request.Body).Needed("type").Text(64);
            _ = Read(new ShopMessage(shop.Name, genuine.Id, type, now, Body: null, BodyKey: null), request.Body);
            return new ShopCheck.Genuine(genuine.Id, type);
        }
        catch (UnreadableMessageException failure)
        {
            return new ShopCheck.Refused(FailureReason.Unreadable, failure.Reason) { Field = failure.Field };
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var said = JsonPart.Parse(body);
        var data = said.Needed("data");
        var id = data.Needed("orderId").NeededId();
        var at = data.Needed("at").NeededInstant();
        return message.Topic switch
        {
            Paid => [new OrderUpdate(id, new OrderFact.Paid(message.Id, at, message.ReceivedAt, PaymentOf(data, at)))],
            Refunded => [new OrderUpdate(id, new OrderFact.Refunded(message.Id, at, message.ReceivedAt, RefundOf(data, message.Id)))],
            Cancelled => [new OrderUpdate(id, new OrderFact.Cancelled(message.Id, at, message.ReceivedAt))],
            _ => throw said.Needed("type").Error($"must be one of {Paid}, {Refunded}, {Cancelled}."),
        };
    }

    static Payment PaymentOf(JsonPart data, DateTimeOffset at)
    {
        var buyer = data.Needed("buyer");
        return new Payment(data.Needed("amountMinor").Minor(Money.Max), data.Needed("currency").Currency(), at, at)
        {
            BuyerId = buyer.Needed("id").Id(),
            MemberId = buyer.Find("memberId") is { } member ? MemberIdOf(member) : null,
            LinkCode = LinkCodeReader.Parse(data.Find("linkCode")?.Text(64)),
        }.WithItems(data.Needed("items").Items().Select(item => new OrderItem(
            item.Find("sku")?.Text(64) ?? "",
            item.Needed("name").Text(64),
            item.Needed("quantity").Quantity(ShopMoney.MaxQuantity),
            item.Needed("amountMinor").Minor(Money.Max))));
    }

    // The scheme gives a refund no id of its own; the message's stays the same when it is sent again, and another refund has another.
    static Refund RefundOf(JsonPart data, string messageId) => new(messageId, data.Needed("amountMinor").Minor(Money.Max), data.Needed("currency").Currency());

    static string MemberIdOf(JsonPart member) =>
        member.NeededId() is { Length: <= 64 } id && !id.Any(c => c is '/' or '\\' or '#' or '?') ? id : throw member.Error("must be at most 64 characters, none of / \\ # ?.");

    static FailureReason ReasonOf(SignatureCheck check) => check switch
    {
        SignatureCheck.MissingHeader => FailureReason.MissingHeader,
        SignatureCheck.MalformedHeader or SignatureCheck.BadTimestamp => FailureReason.MalformedHeader,
        SignatureCheck.TooOld or SignatureCheck.TooNew => FailureReason.WrongTime,
        _ => FailureReason.WrongSignature,
    };
}
