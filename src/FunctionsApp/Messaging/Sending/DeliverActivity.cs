using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Enters an effect in the ledger and attempts it, for an orchestration that waits for the outcome.</summary>
public sealed class DeliverActivity(Ledger ledger, DeliveryAttempt attempt)
{
    [Function(nameof(DeliverActivity))]
    public async Task<DeliveryOutcome> Run(
        [ActivityTrigger] NewDelivery request, [DurableClient] DurableTaskClient durable)
    {
        var (delivery, actions) = await attempt.RunAsync(await ledger.EnterAsync(request));
        await durable.PerformAsync(actions);
        var isOver = delivery.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped;
        return new DeliveryOutcome(isOver, delivery.CheckAgainAt, delivery.TaskId)
        {
            WasSent = delivery.State is DeliveryState.Sent,
        };
    }
}
