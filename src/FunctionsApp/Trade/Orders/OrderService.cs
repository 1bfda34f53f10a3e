using Community.Trade.Orders;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Records facts of orders from shops and from imported files: the order is decided and stored, then its effects are
/// applied. Every step can be repeated after a failure at any point; no step asks whether a message is a repeat.
/// </summary>
public sealed class OrderService(
    OrderStore store,
    OrderAttribution attribution,
    OrderEffects effects,
    WaitingOrderStore waiting,
    WebhookFailureStore failures,
    KeyedLock locks)
{
    const int MaxRounds = 20;

    /// <summary>
    /// Records the updates of one message and returns the actions that its orders cause, also for a repeat.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> RecordAsync(string shop, IReadOnlyList<OrderUpdate> updates)
    {
        List<DurableAction> actions = [];
        foreach (var order in updates.GroupBy(update => update.OrderId, StringComparer.Ordinal))
        {
            var record = await RecordAsync(shop, order.Key, [.. order.Select(update => update.Fact)]);
            var (settled, caused) = await ApplyEffectsAsync(record);
            actions.AddRange(caused);
            actions.AddRange(await AttributeEarlierOrdersAsync(settled));
        }

        return actions;
    }

    /// <summary>
    /// Attributes an order again after its buyer or a click became known, and returns the actions that it causes.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> AttributeAgainAsync(WaitingOrder order)
    {
        if (await store.FindAsync(order.Shop, order.OrderId) is null) return DurableAction.None;
        return (await ApplyEffectsAsync(await RecordAsync(order.Shop, order.OrderId, []))).Actions;
    }

    // The buyer of this order is known now, perhaps by this order, and was unknown when earlier ones arrived.
    async Task<IReadOnlyList<DurableAction>> AttributeEarlierOrdersAsync(OrderRecord record)
    {
        if (record is not { BuyerMemberId: not null, Order: { Payment.BuyerId: { } buyerId, Shop: var shop } })
            return DurableAction.None;
        List<DurableAction> actions = [];
        foreach (var order in await waiting.FindOfBuyerAsync(shop, buyerId))
        {
            actions.AddRange(await AttributeAgainAsync(order));
            await waiting.RemoveOfBuyerAsync(buyerId, order);
        }

        return actions;
    }

    Task<OrderRecord> RecordAsync(string shop, string orderId, IReadOnlyList<OrderFact> facts) =>
        locks.RunAsync($"order {shop} {orderId}", () => store.RetryAsync(() => RecordOnceAsync(shop, orderId, facts)));

    // Another message can change the order while its effects are applied, and its own effects can come first. The
    // effects are applied again until the order is the one that they were applied for.
    async Task<(OrderRecord Settled, IReadOnlyList<DurableAction> Actions)> ApplyEffectsAsync(OrderRecord record)
    {
        List<DurableAction> actions = [];
        for (var round = 0; round < MaxRounds; round++)
        {
            actions.AddRange(await effects.ApplyAsync(record));
            var current = await AwaitUnknownAsync(record)
                ?? (await store.FindAsync(record.Order.Shop, record.Order.OrderId))!.Value;
            if (current.Revision == record.Revision) return (current, actions);
            record = current;
        }

        throw new InvalidOperationException(
            $"The order {record.Order.OrderId} of {record.Order.Shop} changes faster than its effects are applied.");
    }

    // The order waits first and looks again then. A buyer or a click is stored first and looks for waiting orders then.
    // So one of them finds the other.
    async Task<OrderRecord?> AwaitUnknownAsync(OrderRecord record)
    {
        if (record.Order.Payment is not { } payment || record.IsAttributedToCodeAndBuyer) return null;
        await waiting.AddAsync(record, payment);
        return await RecordAsync(record.Order.Shop, record.Order.OrderId, []);
    }

    async Task<OrderRecord> RecordOnceAsync(string shop, string orderId, IReadOnlyList<OrderFact> facts)
    {
        var read = await store.FindAsync(shop, orderId);
        var before = read?.Value ?? new OrderRecord(new Order(shop, orderId));
        var order = OrderRules.Record(before.Order, facts);
        var after = await attribution.AttributeAsync(before with { Order = order });
        if (read is not null && IsUnchanged(before, after)) return before;
        var written = await store.WriteAsync(after, read);
        if (order.MixesCurrencies && !before.Order.MixesCurrencies)
            await CountAsync(shop, FailureReason.MixedCurrencies, "a refund is in another currency than the payment.");
        if (!order.HasAllRefunds && before.Order.HasAllRefunds)
            await CountAsync(
                shop, FailureReason.TooManyRefunds, $"an order has more than {OrderRules.MaxRefunds} refunds.");
        return written;
    }

    static bool IsUnchanged(OrderRecord before, OrderRecord after) =>
        after.Order.Version == before.Order.Version
        && after.Attribution == before.Attribution
        && after.BuyerMemberId == before.BuyerMemberId;

    Task CountAsync(string shop, FailureReason reason, string detail) =>
        failures.CountAsync(new FailureKey(shop, reason, detail));
}
