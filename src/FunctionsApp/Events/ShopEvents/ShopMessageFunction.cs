using FunctionsApp.Platform.Durable;
using FunctionsApp.Trade;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ShopEvents;

public sealed class ShopMessageFunction(ShopMessageHandler handler, ShopMessageStore messages, OrderService orders)
{
    /// <summary>Handles one message of a shop. An exception returns the message to the queue.</summary>
    [Function("ConsumeShopEvent")]
    public async Task Run(
        [QueueTrigger(ShopMessage.QueueName)] ShopMessage message, [DurableClient] DurableTaskClient durable)
    {
        await durable.PerformAsync(await handler.HandleAsync(message));
        await messages.DiscardAsync(message); // last, because a repeat without a body does nothing
    }

    /// <summary>Records orders of an imported file. An exception returns them to the queue.</summary>
    [Function("ConsumeImportedOrders")]
    public async Task RunImported(
        [QueueTrigger(ImportedOrders.QueueName)] ImportedOrders imported,
        [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await orders.RecordAsync(imported.Shop, imported.Orders));
}
