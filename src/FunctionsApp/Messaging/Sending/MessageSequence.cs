using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Sends messages of a robot one after another. The outcome of each is stored in the transaction that begins the next,
/// so a message costs one request beside its call.
/// </summary>
public sealed class MessageSequence(
    Ledger ledger, ChannelClient channel, DeliveryDispatcher dispatcher, IdSource ids, TimeProvider clock)
{
    /// <summary>
    /// The messages as drafts of a transaction, with places that are reserved for now; the first one is begun.
    /// </summary>
    public IReadOnlyList<LedgerDraft> Draft(IReadOnlyList<NewDelivery> messages, DateTimeOffset now)
    {
        var place = new DeliveryCommand.Postpone(now) { At = now };
        return [.. messages.Select((message, index) =>
            index == 0 ? ledger.Draft(message, place, NewAttempt(now)) : ledger.Draft(message, place))];
    }

    /// <summary>Sends the messages, of which the first is begun.</summary>
    public async Task SendAsync(IReadOnlyList<LedgerEntry> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            var outcome = OutcomeOf(messages[i].Delivery.Owner!, await channel.TryPerformAsync(messages[i].Delivery));
            var following = messages.Skip(i + 1).Take(1);
            var begin = NewAttempt(clock.GetUtcNow());
            var stored = await ledger.TryDecideAsync(
                [(messages[i], outcome), .. following.Select(next => (next, (DeliveryCommand)begin))]);
            if (stored is null)
            {
                // The next one was withdrawn meanwhile, or an attempt timed out.
                await ledger.DecideAsync(messages[i].Reference, outcome);
                await ContinueAsync(messages.Skip(i));
                return;
            }

            // A person checks a message whose answer is lost.
            if (stored[0].Delivery.State is DeliveryState.Uncertain)
                await dispatcher.ContinueAsync(messages[i].Reference);
            messages = [.. messages.Take(i + 1), .. stored.Skip(1), .. messages.Skip(i + 2)];
        }
    }

    async Task ContinueAsync(IEnumerable<LedgerEntry> messages)
    {
        foreach (var message in messages) await dispatcher.ContinueAsync(message.Reference);
    }

    DeliveryCommand.Begin NewAttempt(DateTimeOffset now) => new(ids.NewId(), now);

    DeliveryCommand OutcomeOf(string owner, ChannelReply? reply) => reply switch
    {
        ChannelReply.Accepted accepted => new DeliveryCommand.Accept(owner, accepted.MessageId, clock.GetUtcNow()),
        ChannelReply.Refused refused => new DeliveryCommand.Refuse(owner, refused.Reason),
        _ => new DeliveryCommand.LoseAnswer(owner),
    };
}
