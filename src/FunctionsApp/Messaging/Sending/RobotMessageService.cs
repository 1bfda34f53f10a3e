using Azure.Data.Tables;
using Community.Groups;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Messages to groups whose rows are stored in one transaction with those of their cause: before the channel is called,
/// and with its answer. Where no robot sends them the dispatcher continues.
/// </summary>
public sealed class RobotMessageService(
    Ledger ledger, IChannel channel, ChannelClient client, DeliveryDispatcher dispatcher, TimeProvider clock)
{
    /// <summary>
    /// The rows of a new message. It is begun by <paramref name="attemptId"/> when a robot may send it now, which takes
    /// a place of <paramref name="budget"/>, as it was read.
    /// </summary>
    public Task<LedgerDraft> DraftAsync(
        NewDelivery message, Group group, Stored<RobotBudget>? budget, string attemptId) =>
        channel.SendsAlone(message, group)
            ? ledger.DraftRobotMessageAsync(message, budget, new DeliveryCommand.Begin(attemptId, clock.GetUtcNow()))
            : ledger.DraftAsync(message);

    /// <summary>
    /// Sends a message that its transaction began, and stores the outcome with the rows of
    /// <paramref name="alsoStore"/>, which has no effects. Null when something changed meanwhile: the outcome is stored
    /// then, and those rows are not.
    /// </summary>
    public async Task<Delivery?> TrySendAsync(
        LedgerEntry message, Func<Delivery, IReadOnlyList<TableTransactionAction>> alsoStore)
    {
        var outcome = await client.PerformAsync(message.Delivery) is ChannelOutcome.Decided decided
            ? decided.Command
            : throw new InvalidOperationException($"The message {message.Delivery.Key} needs a person.");
        var stored = await ledger.TryDecideAsync([(message, outcome)], after => alsoStore(after[0]));
        if (stored is null) await ledger.DecideAsync(message.Reference, outcome);
        // A person checks a message whose answer is lost.
        if (outcome is DeliveryCommand.LoseAnswer) await dispatcher.ContinueAsync(message.Reference);
        return stored?[0].Delivery;
    }
}
