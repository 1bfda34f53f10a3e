using Community.Trade.Orders;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Takes in what is heard of orders, from shops and from files alike: the order is decided and stored, then everybody whose books it concerns hears how
/// it stands. Nothing here asks whether a message came before: all of it may be repeated, and may end anywhere.
/// </summary>
public sealed class OrderService(OrderStore store, OrderAttribution attributions, OrderEffects effects, WebhookFailureStore failures, KeyedLock locks)
{
    const int MaxRounds = 20;

    /// <summary>Takes in everything that one message says.</summary>
    public async Task RecordAsync(string shop, IReadOnlyList<OrderUpdate> told, DurableTaskClient durable)
    {
        foreach (var order in told.GroupBy(one => one.OrderId, StringComparer.Ordinal))
            await RecordAsync(shop, order.Key, [.. order.Select(one => one.Fact)], durable);
    }

    async Task RecordAsync(string shop, string orderId, IReadOnlyList<OrderFact> news, DurableTaskClient durable)
    {
        var record = await locks.RunAsync($"order {shop} {orderId}", () => store.RetryAsync(() => DecideOnceAsync(shop, orderId, news)));

        // Another message about the order may have changed it while its effects were carried out, and been overtaken by them: the last to look sees to it
        // that what everybody heard last is how the order stands.
        for (var round = 0; round < MaxRounds; round++)
        {
            await effects.ApplyAsync(record, durable);
            var now = (await store.FindAsync(shop, orderId))!.Value;
            if (now.Revision == record.Revision) return;
            record = now;
        }

        throw new InvalidOperationException($"The order {orderId} of {shop} does not come to rest.");
    }

    async Task<OrderRecord> DecideOnceAsync(string shop, string orderId, IReadOnlyList<OrderFact> news)
    {
        var read = await store.FindAsync(shop, orderId);
        var before = read?.Value ?? new OrderRecord(new Order(shop, orderId));
        var order = news.Aggregate(before.Order, (state, one) => OrderRules.Decide(one, state).Aggregate(state, OrderRules.Evolve));
        var after = await attributions.AttributeAsync(before with { Order = order });
        if (read is not null && order.Version == before.Order.Version && after.Attribution == before.Attribution && after.BuyerMemberId == before.BuyerMemberId) return before;
        var written = await store.WriteAsync(after, read);
        if (order.MixesCurrencies && !before.Order.MixesCurrencies)
            await failures.CountAsync(new FailureKey(shop, FailureReason.MixedCurrencies, "a refund is in another currency than the payment."));
        return written;
    }
}
