using Azure.Storage.Queues.Models;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Attempts effects again when their time has come.</summary>
public sealed class OutboxFunction(QueueConsumer<LedgerReference> consumer, DeliveryDispatcher dispatcher)
{
    [Function("SendFromOutbox")]
    public Task Run([QueueTrigger(LedgerReference.QueueName)] QueueMessage message) =>
        consumer.RunAsync(message, dispatcher.ContinueAsync);
}
