using Community.Groups;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Enters effects in the ledger and attempts each at once, so that messages go out in the order of the calls. The
/// outbox brings an effect back when the channel's limits or another attempt make it wait.
/// </summary>
public sealed class DeliveryDispatcher(
    Ledger ledger, DeliveryAttempt attempt, MessageQueue<LedgerReference> outbox, TimeProvider clock)
{
    /// <summary>
    /// Enters the effect and attempts it; a repeat enters nothing. The result is the delivery after the attempt.
    /// </summary>
    public async Task<Delivery> DeliverAsync(NewDelivery request) =>
        await AttemptAsync(await ledger.EnterAsync(request));

    /// <summary>The same for a private message, with fewer requests, because the group is known.</summary>
    public async Task<Delivery> DeliverAsync(NewDelivery message, Group group) =>
        await attempt.TrySendPrivatelyAsync(message, group) ?? await DeliverAsync(message);

    /// <summary>Attempts an effect of the ledger again.</summary>
    public async Task<Delivery> ContinueAsync(LedgerReference reference) =>
        await AttemptAsync(await ledger.ReadAsync(reference));

    async Task<Delivery> AttemptAsync(LedgerEntry entry)
    {
        var delivery = await attempt.RunAsync(entry);
        if (delivery.CheckAgainAt is { } later) await outbox.SendAsync(entry.Reference, later - clock.GetUtcNow());
        return delivery;
    }
}
