using System.Text.Json;
using Community.Selling.Links;
using Community.Trade.Orders;

namespace FunctionsApp.Trade.Shops;

/// <summary>Reads the decoded <c>msg</c> of a message of 有赞, by its shape.</summary>
static class YouzanMessages
{
    /// <summary>A paid order.</summary>
    public const string Trade = "trade";

    /// <summary>A refund whose type is not signed: the state in <c>msg</c> decides.</summary>
    public const string Refund = "refund";

    /// <summary>A refund whose signed type says that the money is returned.</summary>
    public const string SettledRefund = "settled-refund";

    /// <summary>A closed order: not paid in time, cancelled or refunded in full.</summary>
    public const string Close = "close";

    /// <summary>
    /// The payment; none when the order has no instant of payment, which the unsigned type may claim.
    /// </summary>
    public static IReadOnlyList<OrderUpdate> Paid(JsonPart msg, ShopMessage message, string currency, TimeSpan offset)
    {
        var order = msg.Needed("full_order_info");
        var info = order.Needed("order_info");
        if (info.Find("pay_time")?.Instant(offset) is not { } paidAt) return [];
        var lines = order.ItemsOf("orders").ToList();
        var asOf = info.Find("update_time")?.Instant(offset) ?? paidAt;
        var amount = order.Needed("pay_info").Needed("payment").Minor(currency);
        var payment = new Payment(amount, currency, paidAt, asOf)
        {
            BuyerId = BuyerOf(order),
            LinkCode = LinkCodeOfOrder(info) ?? LinkCodeOfLines(lines),
        }.WithItems(lines.Select(line => Item(line, currency)));
        var fact = new OrderFact.Paid(message.Id, paidAt, message.ReceivedAt, payment);
        return [new OrderUpdate(info.Needed("tid").NeededId(), fact)];
    }

    /// <summary>The refund by its own id, so that several messages about one refund count once.</summary>
    public static IReadOnlyList<OrderUpdate> Refunded(
        JsonPart msg, ShopMessage message, string currency, TimeSpan offset)
    {
        var amount = msg.Needed("refunded_fee").Minor(currency);
        if (amount == 0) return [];
        var at = msg.Find("update_time")?.Instant(offset) ?? message.ReceivedAt;
        var orderId = msg.Needed("tid").NeededId();
        var refund = new Refund(msg.Needed("refund_id").NeededId(), amount, currency);
        return [new OrderUpdate(orderId, new OrderFact.Refunded(message.Id, at, message.ReceivedAt, refund))];
    }

    public static IReadOnlyList<OrderUpdate> Closed(JsonPart msg, ShopMessage message, TimeSpan offset)
    {
        _ = msg.Needed("close_type");
        var orderId = msg.Needed("tid").NeededId();
        var at = msg.Needed("update_time").NeededInstant(offset);
        return [new OrderUpdate(orderId, new OrderFact.Cancelled(message.Id, at, message.ReceivedAt))];
    }

    static string? BuyerOf(JsonPart order) =>
        order.Find("buyer_info") is { } buyer ? buyer.Find("yz_open_id")?.Id() ?? buyer.Find("buyer_id")?.Id() : null;

    // The field is an object or the text of an object.
    static string? LinkCodeOfOrder(JsonPart info) => info.Find("order_extra") switch
    {
        null => null,
        { Element.ValueKind: JsonValueKind.Object } extra => LinkCodeReader.Parse(TextOf(extra, TrackedLink.Parameter)),
        _ => LinkCodeReader.FindIn(TextOf(info, "order_extra")),
    };

    static string? LinkCodeOfLines(IEnumerable<JsonPart> lines) => lines
        .Select(line => LinkCodeReader.FindIn(TextOf(line, "buyer_messages")))
        .FirstOrDefault(code => code is not null);

    static string? TextOf(JsonPart part, string name) =>
        part.Find(name) is { Element.ValueKind: JsonValueKind.String } text ? text.Text(2_000) : null;

    static OrderItem Item(JsonPart line, string currency) => new(
        Sku(line, "outer_sku_id") ?? Sku(line, "outer_item_id") ?? line.Find("item_id")?.Id() ?? "",
        line.Find("title")?.Text(64) ?? "",
        line.Needed("num").Quantity(ShopMoney.MaxQuantity),
        line.Needed("payment").Minor(currency));

    static string? Sku(JsonPart line, string name) =>
        TextOf(line, name) is { Length: > 0 } sku ? sku[..Math.Min(sku.Length, 64)] : null;
}
