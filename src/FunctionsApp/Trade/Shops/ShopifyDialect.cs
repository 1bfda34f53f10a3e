using System.Text;
using Community.Platform;
using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Shopify (shopify.dev, "Verify webhook deliveries", "Ignore duplicate webhooks", "Order"). The signature covers the body alone: the topic says which
/// shape it has, and what happened is read from the body. <c>X-Shopify-Webhook-Id</c> is a delivery's, <c>X-Shopify-Event-Id</c> the event's, which
/// reaches us once for each subscription.
/// </summary>
public sealed class ShopifyDialect : IShopDialect
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-Shopify-Hmac-Sha256";

    /// <summary>The header with the topic.</summary>
    public const string TopicHeader = "X-Shopify-Topic";

    /// <summary>The header with the id of the delivery.</summary>
    public const string DeliveryHeader = "X-Shopify-Webhook-Id";

    /// <summary>The header with the id of the event.</summary>
    public const string EventHeader = "X-Shopify-Event-Id";

    const string RefundTopic = "refunds/create";

    static readonly string[] Topics = ["orders/paid", "orders/cancelled", RefundTopic];
    static readonly string[] PaidStates = ["paid", "partially_refunded", "refunded"];

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Ok();

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (BodySignature.Check(request, SignatureHeader, shop) is { } refused) return refused;
        if (request.Header(TopicHeader) is not { } topic) return BodySignature.NoHeader(request, TopicHeader);
        if (Array.Find(Topics, one => one.Equals(topic, StringComparison.OrdinalIgnoreCase)) is not { } known) return new ShopCheck.Ignored();
        var id = request.Header(EventHeader) ?? request.Header(DeliveryHeader) ?? EffectKey.Digest(Encoding.UTF8.GetString(request.Body.Span));
        return new ShopCheck.Genuine(id, known);
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var said = JsonPart.Parse(body);
        return message.Topic == RefundTopic
            ? [.. Refunded(said, message, said.Needed("order_id").NeededId())]
            : [.. Order(said, message)];
    }

    static IEnumerable<OrderUpdate> Order(JsonPart order, ShopMessage message)
    {
        var id = order.Needed("id").NeededId();
        var state = order.Needed("financial_status").Text(40);
        if (PaidStates.Contains(state, StringComparer.Ordinal)) yield return new OrderUpdate(id, Paid(order, message));
        foreach (var refund in order.ItemsOf("refunds"))
        {
            foreach (var update in Refunded(refund, message, id)) yield return update;
        }

        if (order.Find("cancelled_at") is { } cancelled) yield return new OrderUpdate(id, new OrderFact.Cancelled(message.Id, cancelled.NeededInstant(), message.ReceivedAt));
    }

    static OrderFact.Paid Paid(JsonPart order, ShopMessage message)
    {
        var currency = order.Needed("currency").Currency();
        var paidAt = (order.Find("processed_at") ?? order.Needed("created_at")).NeededInstant();
        var payment = new Payment(order.Needed("total_price").Minor(currency), currency, paidAt, order.Find("updated_at")?.NeededInstant() ?? paidAt)
        {
            BuyerId = order.Find("customer")?.Find("id")?.Id(),
            LinkCode = LinkCodeReader.FindIn(order.Find("landing_site")?.Text(2_000)) ?? LinkCodeReader.FindAmong(order.ItemsOf("note_attributes"), "name"),
        };
        return new OrderFact.Paid(message.Id, paidAt, message.ReceivedAt, payment.WithItems(order.ItemsOf("line_items").Select(item => Item(item, currency))));
    }

    static OrderItem Item(JsonPart item, string currency)
    {
        var quantity = item.Needed("quantity").Quantity(ShopMoney.MaxQuantity);
        var price = item.Needed("price");
        return new OrderItem(
            item.Find("sku")?.Text(64) ?? "",
            (item.Find("title") ?? item.Find("name"))?.Text(64) ?? "",
            quantity,
            Money.Minor(price.Amount() * quantity, currency) ?? throw price.Error("must be an amount that is not negative."));
    }

    // A refund may move no money (goods back alone), or more than once (by several means of payment).
    static IEnumerable<OrderUpdate> Refunded(JsonPart refund, ShopMessage message, string orderId)
    {
        var id = refund.Needed("id").NeededId();
        var at = (refund.Find("processed_at") ?? refund.Needed("created_at")).NeededInstant();
        var moved = refund.ItemsOf("transactions")
            .Where(one => one.Find("kind")?.Text(20) == "refund" && one.Find("status")?.Text(20) is null or "success")
            .Select(one => (Currency: one.Needed("currency").Currency(), Part: one.Needed("amount")))
            .GroupBy(one => one.Currency, one => one.Part.Minor(one.Currency), StringComparer.Ordinal)
            .Where(one => one.Any(amount => amount > 0));
        return moved.Select(one => new OrderUpdate(
            orderId, new OrderFact.Refunded(message.Id, at, message.ReceivedAt, new Refund($"{id}-{one.Key}", Math.Min(one.Sum(), Money.Max), one.Key))));
    }
}
