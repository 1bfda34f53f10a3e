using System.Text;
using Community.Platform;
using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Shopify (shopify.dev, "Verify webhook deliveries", "Ignore duplicate webhooks", "Order"). The signature covers
/// only the body: the topic selects its shape, and all facts are read from the body. <c>X-Shopify-Event-Id</c>
/// identifies the event, which arrives once for each subscription, <c>X-Shopify-Webhook-Id</c> the delivery.
/// </summary>
public sealed class ShopifyDialect : IShopDialect
{
    public const string SignatureHeader = "X-Shopify-Hmac-Sha256";

    public const string TopicHeader = "X-Shopify-Topic";

    public const string DeliveryHeader = "X-Shopify-Webhook-Id";

    public const string EventHeader = "X-Shopify-Event-Id";

    const string RefundTopic = "refunds/create";
    const string TestField = "test"; // an order through a test gateway, and each of its transactions

    static readonly string[] Topics = ["orders/paid", "orders/cancelled", RefundTopic];
    static readonly string[] PaidStates = ["paid", "partially_refunded", "refunded"];

    /// <inheritdoc />
    public IResult Acknowledgement => Results.Ok();

    /// <inheritdoc />
    public ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now)
    {
        if (BodySignature.Check(request, SignatureHeader, shop) is { } refused) return refused;
        if (request.Header(TopicHeader) is not { } topic) return BodySignature.NoHeader(request, TopicHeader);
        return Array.Find(Topics, name => name.Equals(topic, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new ShopCheck.Genuine(IdOf(request), known)
            : new ShopCheck.Ignored();
    }

    static string IdOf(ShopRequest request) =>
        request.Header(EventHeader)
        ?? request.Header(DeliveryHeader)
        ?? EffectKey.Digest(Encoding.UTF8.GetString(request.Body.Span));

    /// <inheritdoc />
    public IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body)
    {
        var content = JsonPart.Parse(body);
        return message.Topic == RefundTopic
            ? [.. Refunded(content, message, content.Needed("order_id").NeededId())]
            : [.. Order(content, message)];
    }

    static IEnumerable<OrderUpdate> Order(JsonPart order, ShopMessage message)
    {
        if (order.IsTrue(TestField)) yield break;
        var id = order.Needed("id").NeededId();
        var state = order.Needed("financial_status").Text(40);
        if (PaidStates.Contains(state, StringComparer.Ordinal)) yield return new OrderUpdate(id, Paid(order, message));
        foreach (var refund in order.ItemsOf("refunds"))
        {
            foreach (var update in Refunded(refund, message, id)) yield return update;
        }

        if (order.Find("cancelled_at") is { } cancelledAt)
            yield return new OrderUpdate(
                id, new OrderFact.Cancelled(message.Id, cancelledAt.NeededInstant(), message.ReceivedAt));
    }

    static OrderFact.Paid Paid(JsonPart order, ShopMessage message)
    {
        var currency = order.Needed("currency").Currency();
        var paidAt = (order.Find("processed_at") ?? order.Needed("created_at")).NeededInstant();
        var asOf = order.Find("updated_at")?.NeededInstant() ?? paidAt;
        var payment = new Payment(order.Needed("total_price").Minor(currency), currency, paidAt, asOf)
        {
            BuyerId = order.Find("customer")?.Find("id")?.Id(),
            LinkCode = LinkCode(order),
        }.WithItems(order.ItemsOf("line_items").Select(item => Item(item, currency)));
        return new OrderFact.Paid(message.Id, paidAt, message.ReceivedAt, payment);
    }

    static string? LinkCode(JsonPart order) =>
        LinkCodeReader.FindIn(order.Find("landing_site")?.Text(2_000))
        ?? LinkCodeReader.FindAmong(order.ItemsOf("note_attributes"), "name");

    static OrderItem Item(JsonPart item, string currency)
    {
        var quantity = item.Needed("quantity").Quantity(ShopMoney.MaxQuantity);
        var price = item.Needed("price");
        return new OrderItem(
            item.Find("sku")?.Text(64) ?? "",
            (item.Find("title") ?? item.Find("name"))?.Text(64) ?? "",
            quantity,
            Money.Minor(price.Amount() * quantity, currency)
                ?? throw price.Error("must be an amount that is not negative."));
    }

    // A refund may have no transaction, when only goods are returned, or several, for several payment methods.
    static IEnumerable<OrderUpdate> Refunded(JsonPart refund, ShopMessage message, string orderId)
    {
        var id = refund.Needed("id").NeededId();
        var at = (refund.Find("processed_at") ?? refund.Needed("created_at")).NeededInstant();
        return refund.ItemsOf("transactions")
            .Where(IsRefund)
            .Select(item => (Currency: item.Needed("currency").Currency(), Amount: item.Needed("amount")))
            .GroupBy(item => item.Currency, item => item.Amount.Minor(item.Currency), StringComparer.Ordinal)
            .Where(amounts => amounts.Any(amount => amount > 0))
            .Select(amounts => new Refund($"{id}-{amounts.Key}", Math.Min(amounts.Sum(), Money.Max), amounts.Key))
            .Select(part => new OrderUpdate(
                orderId, new OrderFact.Refunded(message.Id, at, message.ReceivedAt, part)));
    }

    static bool IsRefund(JsonPart transaction) =>
        transaction.Find("kind")?.Text(20) == "refund"
        && transaction.Find("status")?.Text(20) is null or "success"
        && !transaction.IsTrue(TestField);
}
