using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Attempts effects again when their time has come.</summary>
public sealed class OutboxFunction(DeliveryDispatcher dispatcher)
{
    [Function("SendFromOutbox")]
    public async Task Run(
        [QueueTrigger(LedgerReference.QueueName)] LedgerReference reference,
        [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await dispatcher.ContinueAsync(reference));
}
