using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Imports;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade;

/// <summary>Retries the messages of shops and the imported orders that failed too often.</summary>
public sealed class TradePoisonFunctions(
    PoisonedMessages poisoned, MessageQueue<ShopMessage> shopEvents, MessageQueue<ImportedOrders> importedOrders)
{
    [Function(nameof(RetryShopEvent))]
    public Task RetryShopEvent([QueueTrigger(ShopMessage.QueueName + PoisonedMessages.Suffix)] ShopMessage message) =>
        poisoned.RetryAsync(shopEvents, message, message.Id);

    [Function(nameof(RetryImportedOrders))]
    public Task RetryImportedOrders(
        [QueueTrigger(ImportedOrders.QueueName + PoisonedMessages.Suffix)] ImportedOrders imported) =>
        poisoned.RetryAsync(importedOrders, imported, imported.Shop);
}
