using FunctionsApp.Platform.Durable;
using FunctionsApp.Trade;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ShopEvents;

public sealed class ShopMessageFunction(ShopMessageHandler handler, ShopMessageStore messages, ImportHandler imports)
{
    /// <summary>Handles one message of a shop. An exception returns the message to the queue.</summary>
    [Function("ConsumeShopEvent")]
    public async Task Run(
        [QueueTrigger(ShopMessage.QueueName)] ShopMessage message, [DurableClient] DurableTaskClient durable)
    {
        await durable.PerformAsync(await handler.HandleAsync(message));
        await messages.DiscardAsync(message); // last, because a repeat without a body does nothing
    }

    /// <summary>Carries out the next chunk of an imported file. An exception returns it to the queue.</summary>
    [Function("ConsumeImportedOrders")]
    public async Task RunImported(
        [QueueTrigger(ImportedOrders.QueueName)] ImportedOrders imported, [DurableClient] DurableTaskClient durable)
    {
        await durable.PerformAsync(await imports.RecordAsync(imported));
        await imports.CompleteAsync(imported); // last, because a chunk that is done is not recorded again
    }
}
