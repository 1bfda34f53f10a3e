using System.Diagnostics;
using Community.Groups;
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
    /// The messages as drafts of a transaction, with places that are reserved for now; the first one is begun. While
    /// the group takes no messages they are drafts without a place, which the dispatcher continues.
    /// </summary>
    public async Task<IReadOnlyList<LedgerDraft>> DraftAsync(
        Group group, IReadOnlyList<NewDelivery> messages, DateTimeOffset now)
    {
        var place = new DeliveryCommand.Postpone(now) { At = now };
        List<LedgerDraft> drafts = [];
        foreach (var message in messages)
        {
            IReadOnlyList<DeliveryCommand> commands = (group.TakesMessages, drafts.Count) switch
            {
                (false, _) => [],
                (true, 0) => [place, NewAttempt(now)],
                (true, _) => [place],
            };
            drafts.Add(await ledger.DraftAsync(message, commands));
        }

        return drafts;
    }

    /// <summary>Sends the drafts, of which there is at least one, after their transaction.</summary>
    public async Task SendAsync(IReadOnlyList<LedgerEntry> messages)
    {
        var current = messages[0];
        for (var next = 1; next <= messages.Count; next++)
        {
            var outcome = await PerformAsync(current);
            List<(LedgerEntry, DeliveryCommand)> decisions = [(current, outcome)];
            if (next < messages.Count) decisions.Add((messages[next], NewAttempt(clock.GetUtcNow())));
            if (await ledger.TryDecideAsync(decisions) is not { } stored)
            {
                // The next one was withdrawn meanwhile, or an attempt timed out.
                await ledger.DecideAsync(current.Reference, outcome);
                foreach (var left in messages.Skip(next - 1)) await dispatcher.ContinueAsync(left.Reference);
                return;
            }

            // A person checks a message whose answer is lost.
            if (stored[0].Delivery.State is DeliveryState.Uncertain)
                await dispatcher.ContinueAsync(current.Reference);
            current = stored[^1];
        }
    }

    async Task<DeliveryCommand> PerformAsync(LedgerEntry message) =>
        await channel.PerformAsync(message.Delivery) is ChannelOutcome.Decided decided
            ? decided.Command
            : throw new UnreachableException("A robot's message needs no person.");

    DeliveryCommand.Begin NewAttempt(DateTimeOffset now) => new(ids.NewId(), now);
}
