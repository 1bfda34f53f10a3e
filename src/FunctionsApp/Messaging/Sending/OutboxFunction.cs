using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Attempts effects again when their time has come.</summary>
public sealed class OutboxFunction(DeliveryDispatcher dispatcher)
{
    [Function("SendFromOutbox")]
    public Task Run([QueueTrigger(LedgerReference.QueueName)] LedgerReference reference) =>
        dispatcher.ContinueAsync(reference);
}
