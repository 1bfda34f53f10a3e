using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>What could not go at once, when its time has come.</summary>
public sealed class OutboxFunction(DeliveryDispatcher dispatcher)
{
    /// <summary>One effect.</summary>
    [Function("SendFromOutbox")]
    public Task Run([QueueTrigger(LedgerReference.QueueName)] LedgerReference reference, [DurableClient] DurableTaskClient durable) => dispatcher.ContinueAsync(reference, durable);
}
