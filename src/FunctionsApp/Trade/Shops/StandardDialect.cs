using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Platform.Webhooks;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Any other shop, by the Standard Webhooks scheme:
/// <c>{"type","data":{orderId,buyer:{id,memberId?},amountMinor,currency,items,linkCode?,test?,at}}</c>. Senders write
/// these messages for this app, so an invalid message is refused at once, with the name of the field.
/// </summary>
public sealed class StandardDialect : IShopDialect
{
    const string Paid = "order.paid";
    const string Refunded = "order.refunded";
    const string Cancelled = "order.cancelled";

    static readonly string[] SignedHeaders =
    [
        StandardWebhookHeaders.IdName,
        StandardWebhookHeaders.TimestampName,
        StandardWebhookHeaders.SignatureName,
    ];

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Accepted();

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (Array.Find(SignedHeaders, request.IsRepeated) is { } repeated)
            return BodySignature.NoHeader(request, repeated);
        var headers = StandardWebhookHeaders.From(name => request.Headers[name].ToString());
        var secrets = shop.Secrets.Select(secret => secret.Standard!).ToList();
        var check = StandardWebhooks.Verify(headers, request.Body.Span, secrets, now);
        return check is SignatureCheck.Genuine genuine
            ? CheckContent(request, shop, genuine.Id, now)
            : new ShopCheck.Refused(ReasonOf(check), SignatureRefusals.Describe(check));
    }

    ShopCheck CheckContent(ShopRequest request, Shop shop, string id, DateTimeOffset now)
    {
        try
        {
            var type = JsonPart.Parse(request.Body).Needed("type").Text(64);
            _ = Read(new ShopMessage(shop.Name, id, type, now, Body: null, BodyKey: null), request.Body);
            return new ShopCheck.Genuine(id, type);
        }
        catch (UnreadableMessageException failure)
        {
            return new ShopCheck.Refused(FailureReason.Unreadable, failure.Reason) { Field = failure.Field };
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var content = JsonPart.Parse(body);
        var data = content.Needed("data");
        var id = data.Needed("orderId").NeededId();
        var at = data.Needed("at").NeededInstant();
        OrderFact fact = message.Topic switch
        {
            Paid => new OrderFact.Paid(message.Id, at, message.ReceivedAt, PaymentOf(data, at)),
            Refunded => new OrderFact.Refunded(message.Id, at, message.ReceivedAt, RefundOf(data, message.Id)),
            Cancelled => new OrderFact.Cancelled(message.Id, at, message.ReceivedAt),
            _ => throw content.Needed("type").Error($"must be one of {Paid}, {Refunded}, {Cancelled}."),
        };
        return data.IsTrue("test") ? [] : [new OrderUpdate(id, fact)];
    }

    static Payment PaymentOf(JsonPart data, DateTimeOffset at)
    {
        var buyer = data.Needed("buyer");
        return new Payment(data.Needed("amountMinor").Minor(Money.Max), data.Needed("currency").Currency(), at, at)
        {
            BuyerId = buyer.Needed("id").Id(),
            MemberId = buyer.Find("memberId") is { } member ? MemberIdOf(member) : null,
            LinkCode = LinkCodeReader.Parse(data.Find("linkCode")?.Text(64)),
        }.WithItems(data.Needed("items").Items().Select(ItemOf));
    }

    static OrderItem ItemOf(JsonPart item) => new(
        item.Find("sku")?.Text(64) ?? "",
        item.Needed("name").Text(64),
        item.Needed("quantity").Quantity(ShopMoney.MaxQuantity),
        item.Needed("amountMinor").Minor(Money.Max));

    // The scheme has no refund ids; the message id identifies the refund, because a repeat has the same id.
    static Refund RefundOf(JsonPart data, string messageId) =>
        new(messageId, data.Needed("amountMinor").Minor(Money.Max), data.Needed("currency").Currency());

    static string MemberIdOf(JsonPart member) =>
        member.NeededId() is { Length: <= 64 } id && TableKey.HasAllowedCharacters(id)
            ? id
            : throw member.Error("must be at most 64 characters, none of / \\ # ?.");

    static FailureReason ReasonOf(SignatureCheck check) => check switch
    {
        SignatureCheck.MissingHeader => FailureReason.MissingHeader,
        SignatureCheck.MalformedHeader or SignatureCheck.BadTimestamp => FailureReason.MalformedHeader,
        SignatureCheck.TooOld or SignatureCheck.TooNew => FailureReason.WrongTime,
        _ => FailureReason.WrongSignature,
    };
}
