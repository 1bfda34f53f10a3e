using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Platform;
using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// WooCommerce (developer.woocommerce.com, REST API v3, "Webhooks" and "Orders"). Every message states the whole
/// order, so the unsigned topic does not matter. Delivery ids are not unique, because they derive from the second;
/// the digest of the body identifies the message.
/// </summary>
public sealed partial class WooCommerceDialect : IShopDialect
{
    public const string SignatureHeader = "X-WC-Webhook-Signature";

    public const string TopicHeader = "X-WC-Webhook-Topic";

    static readonly string[] Topics = ["order.updated", "order.created"];

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Ok();

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (IsPing(request)) return new ShopCheck.Ignored();
        if (BodySignature.Check(request, SignatureHeader, shop) is { } refused) return refused;
        if (request.Header(TopicHeader) is not { } topic) return BodySignature.NoHeader(request, TopicHeader);
        return Array.Find(Topics, name => name.Equals(topic, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new ShopCheck.Genuine(EffectKey.Digest(Encoding.UTF8.GetString(request.Body.Span)), known)
            : new ShopCheck.Ignored();
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var order = JsonPart.Parse(body);
        if (order.ItemsOf("meta_data").Any(IsTestMode)) return [];
        var id = order.Needed("id").NeededId();
        return [.. Facts(order, message).Select(fact => new OrderUpdate(id, fact))];
    }

    static IEnumerable<OrderFact> Facts(JsonPart order, ShopMessage message)
    {
        var status = order.Needed("status").Text(40);
        var currency = order.Needed("currency").Currency();
        var total = order.Needed("total").Minor(currency);
        var asOf = (order.Find("date_modified_gmt") ?? order.Needed("date_created_gmt")).NeededInstant(TimeSpan.Zero);
        if (order.Find("date_paid_gmt")?.Instant(TimeSpan.Zero) is { } paidAt)
        {
            var payment = Paid(order, new Payment(total, currency, paidAt, asOf));
            yield return new OrderFact.Paid(message.Id, paidAt, message.ReceivedAt, payment);
        }

        foreach (var refund in order.ItemsOf("refunds").Select(item => RefundOf(item, currency)).OfType<Refund>())
            yield return new OrderFact.Refunded(message.Id, asOf, message.ReceivedAt, refund);
        if (status == "refunded")
        {
            var refunded = new RefundTotal(total, currency);
            yield return new OrderFact.RefundsTotalled(message.Id, asOf, message.ReceivedAt, refunded);
        }

        if (status == "cancelled") yield return new OrderFact.Cancelled(message.Id, asOf, message.ReceivedAt);
    }

    // An order has no flag of its own; WooPayments names the mode of its payment.
    static bool IsTestMode(JsonPart meta) => TextOf(meta, "key") == "_wcpay_mode" && TextOf(meta, "value") == "test";

    static string? TextOf(JsonPart part, string name) =>
        part.Find(name) is { Element.ValueKind: JsonValueKind.String } text ? text.Text(64) : null;

    static Refund? RefundOf(JsonPart item, string currency)
    {
        var amount = item.Needed("total").Minor(currency, isNegated: true);
        return amount > 0 ? new Refund(item.Needed("id").NeededId(), amount, currency) : null;
    }

    static Payment Paid(JsonPart order, Payment payment) => (payment with
    {
        BuyerId = order.Find("customer_id")?.Id(),
        LinkCode = LinkCodeReader.FindAmong(order.ItemsOf("meta_data"), "key"),
    }).WithItems(order.ItemsOf("line_items").Select(item => new OrderItem(
        item.Find("sku")?.Text(64) ?? "",
        item.Find("name")?.Text(64) ?? "",
        item.Needed("quantity").Quantity(ShopMoney.MaxQuantity),
        item.Needed("total").Minor(payment.Currency))));

    // WooCommerce sends an unsigned ping when the webhook is created, and drops the webhook unless the answer is 200.
    static bool IsPing(ShopRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && request.Body.Length <= 64
        && Ping().IsMatch(Encoding.UTF8.GetString(request.Body.Span));

    [GeneratedRegex(@"^webhook_id=[0-9]{1,19}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Ping();
}
