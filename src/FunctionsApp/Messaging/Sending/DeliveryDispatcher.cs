using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Brings effects on their way: entered in the ledger, carried out at once, so that one line follows the other in the order they were
/// asked for, and looked at again from the outbox where the channel's limits or another attempt ask to wait.
/// </summary>
public sealed class DeliveryDispatcher(Ledger ledger, DeliveryAttempt attempt, MessageQueue<LedgerReference> outbox, TimeProvider clock)
{
    /// <summary>Enters the effect and carries it as far as it can go now. Safe to repeat: the same effect has one row.</summary>
    public async Task DeliverAsync(NewDelivery request, DurableTaskClient durable) => await ContinueAsync(await ledger.EnterAsync(request), durable);

    /// <summary>Carries an entered effect on from where it stands.</summary>
    public async Task ContinueAsync(LedgerReference reference, DurableTaskClient durable)
    {
        var delivery = await attempt.SendAsync(reference, durable);
        if (delivery.CheckAgainAt is { } later) await outbox.SendAsync(reference, later - clock.GetUtcNow());
    }
}
