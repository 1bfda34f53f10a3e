using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Enters an effect in the ledger and carries it out at once, for a sequence that waits for its outcome.</summary>
public sealed class DeliverActivity(Ledger ledger, DeliveryAttempt attempt)
{
    /// <summary>The outcome so far.</summary>
    [Function(nameof(DeliverActivity))]
    public async Task<DeliveryOutcome> Run([ActivityTrigger] NewDelivery request, [DurableClient] DurableTaskClient durable)
    {
        var delivery = await attempt.SendAsync(await ledger.EnterAsync(request), durable);
        return new(delivery.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped, delivery.CheckAgainAt, delivery.TaskId)
        {
            WasSent = delivery.State is DeliveryState.Sent,
        };
    }
}
