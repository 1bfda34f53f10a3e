using System.Text.Json;
using Community.Selling.Links;
using Community.Trade.Orders;

namespace FunctionsApp.Trade.Shops;

/// <summary>What the decoded <c>msg</c> of a 有赞 message holds, by its kind.</summary>
static class YouzanMessages
{
    /// <summary>A whole order that is paid.</summary>
    public const string Trade = "trade";

    /// <summary>Money given back.</summary>
    public const string Refund = "refund";

    /// <summary>An order closed: not paid in time, cancelled, or given back in full.</summary>
    public const string Close = "close";

    /// <summary>The order.</summary>
    public static IReadOnlyList<OrderUpdate> Paid(JsonPart msg, ShopMessage message, string currency, TimeSpan offset)
    {
        var order = msg.Needed("full_order_info");
        var facts = order.Needed("order_info");
        if (facts.Find("pay_time")?.Instant(offset) is not { } paidAt) return []; // paid as the type says, but not as the order does
        var lines = order.ItemsOf("orders").ToList();
        var payment = new Payment(order.Needed("pay_info").Needed("payment").Minor(currency), currency, paidAt, facts.Find("update_time")?.Instant(offset) ?? paidAt)
        {
            BuyerId = BuyerOf(order),
            LinkCode = Carried(facts) ?? lines.Select(line => LinkCodeReader.FindIn(WrittenIn(line, "buyer_messages"))).FirstOrDefault(code => code is not null),
        };
        return
        [
            new OrderUpdate(
                facts.Needed("tid").NeededId(),
                new OrderFact.Paid(message.Id, paidAt, message.ReceivedAt, payment.WithItems(lines.Select(line => Item(line, currency))))),
        ];
    }

    /// <summary>The refund, by its own id, so that it counts once however many messages follow it on its way.</summary>
    public static IReadOnlyList<OrderUpdate> Refunded(JsonPart msg, ShopMessage message, string currency, TimeSpan offset)
    {
        var amount = msg.Needed("refunded_fee").Minor(currency);
        if (amount == 0) return [];
        var at = msg.Find("update_time")?.Instant(offset) ?? message.ReceivedAt;
        return
        [
            new OrderUpdate(
                msg.Needed("tid").NeededId(),
                new OrderFact.Refunded(message.Id, at, message.ReceivedAt, new Refund(msg.Needed("refund_id").NeededId(), amount, currency))),
        ];
    }

    /// <summary>The closing.</summary>
    public static IReadOnlyList<OrderUpdate> Closed(JsonPart msg, ShopMessage message, TimeSpan offset)
    {
        _ = msg.Needed("close_type");
        return [new OrderUpdate(msg.Needed("tid").NeededId(), new OrderFact.Cancelled(message.Id, msg.Needed("update_time").NeededInstant(offset), message.ReceivedAt))];
    }

    static string? BuyerOf(JsonPart order) => order.Find("buyer_info") is { } buyer ? buyer.Find("yz_open_id")?.Id() ?? buyer.Find("buyer_id")?.Id() : null;

    // An object, or the text of one.
    static string? Carried(JsonPart facts) => facts.Find("order_extra") switch
    {
        null => null,
        { Element.ValueKind: JsonValueKind.Object } extra => LinkCodeReader.Parse(WrittenIn(extra, TrackedLink.Parameter)),
        _ => LinkCodeReader.FindIn(WrittenIn(facts, "order_extra")),
    };

    static string? WrittenIn(JsonPart part, string name) => part.Find(name) is { Element.ValueKind: JsonValueKind.String } text ? text.Text(2_000) : null;

    static OrderItem Item(JsonPart line, string currency) => new(
        Sku(line, "outer_sku_id") ?? Sku(line, "outer_item_id") ?? line.Find("item_id")?.Id() ?? "",
        line.Find("title")?.Text(64) ?? "",
        line.Needed("num").Quantity(ShopMoney.MaxQuantity),
        line.Needed("payment").Minor(currency));

    static string? Sku(JsonPart line, string name) => WrittenIn(line, name) is { Length: > 0 } sku ? sku[..Math.Min(sku.Length, 64)] : null;
}
