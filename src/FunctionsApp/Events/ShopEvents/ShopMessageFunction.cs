using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.ShopEvents;

/// <summary>Brings what shops told to the orders it is about. Duplicates are found by what they say of the order, which no shop's ids can get wrong.</summary>
public sealed class ShopMessageFunction(ShopRegistry shops, ShopMessageStore inbox, OrderService intake, WebhookFailureStore failures, ILogger<ShopMessageFunction> log)
{
    /// <summary>One message; an exception gives it back to the queue.</summary>
    [Function("ConsumeShopEvent")]
    public async Task Run([QueueTrigger(ShopMessage.QueueName)] ShopMessage message, [DurableClient] DurableTaskClient durable)
    {
        var shop = shops.Find(message.Shop) ?? throw new InvalidOperationException($"Shops__{message.Shop}__Kind is not set any more, and messages of the shop still wait.");
        if (await inbox.BodyAsync(message) is not { } body) return; // consumed before; only the message itself was left
        try
        {
            await intake.RecordAsync(shop.Name, shop.Dialect.Read(message, body), durable);
        }
        catch (UnreadableMessageException failure)
        {
            log.LogWarning("Message {Id} of {Shop}, {Topic}, cannot be read: {Reason}", message.Id, message.Shop, message.Topic, failure.Message);
            await failures.CountAsync(new FailureKey(shop.Name, FailureReason.Unreadable, $"{message.Topic}: {failure.Message}"));
        }

        await inbox.DiscardAsync(message);
    }

    /// <summary>Orders of an imported file; an exception gives them back to the queue.</summary>
    [Function("ConsumeImportedOrders")]
    public Task Imported([QueueTrigger(ImportedOrders.QueueName)] ImportedOrders imported, [DurableClient] DurableTaskClient durable) =>
        intake.RecordAsync(imported.Shop, imported.Orders, durable);
}
