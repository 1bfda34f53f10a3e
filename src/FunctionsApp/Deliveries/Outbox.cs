using FunctionsApp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Deliveries;

/// <summary>Carries out what the ledger holds.</summary>
public sealed class Outbox(EffectSender sender, Queues queues, TimeProvider clock)
{
    /// <summary>One effect; one that must wait, or that another attempt is carrying, is looked at again later.</summary>
    [Function("SendFromOutbox")]
    public async Task Run([QueueTrigger(Queues.OutboxName)] LedgerReference reference, [DurableClient] DurableTaskClient sequences)
    {
        var delivery = await sender.SendAsync(reference, sequences);
        if (delivery.LookAgainAt is { } later) await queues.Outbox.SendAsync(reference, later - clock.GetUtcNow());
    }
}
