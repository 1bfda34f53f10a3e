using FunctionsApp.Platform.Durable;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.ShopEvents;

/// <summary>
/// A shop sent a message: its facts are recorded in its orders. A message that cannot be read counts as a failure.
/// Repeats are recognised by the state of the order, because the ids of shops are not reliable.
/// </summary>
public sealed class ShopMessageHandler(
    ShopRegistry shops,
    ShopMessageStore messages,
    OrderService orders,
    WebhookFailureStore failures,
    ILogger<ShopMessageHandler> log)
{
    public async Task<IReadOnlyList<DurableAction>> HandleAsync(ShopMessage message)
    {
        var shop = shops.Find(message.Shop) ?? throw new InvalidOperationException(
            $"Shops__{message.Shop}__Kind is no longer set, but the queue still holds messages of the shop.");
        if (await messages.FindBodyAsync(message) is not { } body) return DurableAction.None; // a repeat
        try
        {
            return await orders.RecordAsync(shop.Name, shop.Dialect.Read(message, body));
        }
        catch (UnreadableMessageException failure)
        {
            await RecordFailureAsync(message, failure);
            return DurableAction.None;
        }
    }

    async Task RecordFailureAsync(ShopMessage message, UnreadableMessageException failure)
    {
        log.LogWarning(
            "Message {Id} of {Shop}, {Topic}, cannot be read: {Reason}",
            message.Id, message.Shop, message.Topic, failure.Message);
        var detail = $"{message.Topic}: {failure.Message}";
        await failures.CountAsync(new FailureKey(message.Shop, FailureReason.Unreadable, detail));
    }
}
