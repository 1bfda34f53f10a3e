using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Trade;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.ShopEvents;

public sealed class ShopMessageFunction(
    QueueConsumer<ShopMessage> shopEvents,
    QueueConsumer<ImportedOrders> importedOrders,
    ShopMessageHandler handler,
    ShopMessageStore messages,
    ImportHandler imports)
{
    /// <summary>Handles one message of a shop. An exception returns the message to the queue.</summary>
    [Function("ConsumeShopEvent")]
    public Task Run(
        [QueueTrigger(ShopMessage.QueueName)] QueueMessage queued, [DurableClient] DurableTaskClient durable) =>
        shopEvents.RunAsync(queued, async message =>
        {
            await durable.PerformAsync(await handler.HandleAsync(message));
            await messages.DiscardAsync(message); // last, because a repeat without a body does nothing
        });

    /// <summary>Carries out the next chunk of an imported file. An exception returns it to the queue.</summary>
    [Function("ConsumeImportedOrders")]
    public Task RunImported(
        [QueueTrigger(ImportedOrders.QueueName)] QueueMessage queued, [DurableClient] DurableTaskClient durable) =>
        importedOrders.RunAsync(queued, async imported =>
        {
            await durable.PerformAsync(await imports.RecordAsync(imported));
            await imports.CompleteAsync(imported); // last, because a chunk that is done is not recorded again
        });
}
