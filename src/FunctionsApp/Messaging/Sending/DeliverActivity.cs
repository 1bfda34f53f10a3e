using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Enters an effect in the ledger and attempts it, for an orchestration that waits for the outcome.</summary>
public sealed class DeliverActivity(Ledger ledger, DeliveryAttempt attempt)
{
    [Function(nameof(DeliverActivity))]
    public async Task<DeliveryOutcome> Run([ActivityTrigger] NewDelivery request)
    {
        var delivery = await attempt.RunAsync(await ledger.EnterAsync(request));
        var isOver = delivery.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped;
        return new DeliveryOutcome(isOver, delivery.CheckAgainAt, delivery.TaskId)
        {
            WasSent = delivery.State is DeliveryState.Sent,
        };
    }
}
