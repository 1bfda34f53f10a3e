using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Enters an effect in the ledger and carries it out at once, for a sequence that waits for its outcome.</summary>
public sealed class CarryOutEffect(Ledger ledger, EffectSender sender)
{
    /// <summary>The outcome so far.</summary>
    [Function(nameof(CarryOutEffect))]
    public async Task<EffectOutcome> Run([ActivityTrigger] DeliveryRequest request, [DurableClient] DurableTaskClient sequences)
    {
        var delivery = await sender.SendAsync(await ledger.EnterAsync(request), sequences);
        return new(delivery.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped, delivery.LookAgainAt, delivery.TaskId)
        {
            WasSent = delivery.State is DeliveryState.Sent,
        };
    }
}
