using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>A message of a queue for which the host has no further attempt.</summary>
/// <param name="MessageId">The id that the queue service gave it.</param>
/// <param name="Text">Its text in the queue.</param>
/// <param name="Attempts">The attempts of the consumer since the message was sent.</param>
/// <param name="Failure">The type of the last exception; null when it is not known.</param>
public sealed record FailedMessage(string MessageId, string Text, long Attempts, string? Failure);

/// <summary>
/// Returns a failed message to its queue, with growing delays, and keeps it for an operator when it has failed for
/// <see cref="FailingMessage.RetryPeriod"/>. Logs hold ids only, because messages hold members' data.
/// </summary>
public sealed class FailedMessageHandler(
    PoisonedMessageStore store, TimeProvider clock, ILogger<FailedMessageHandler> log)
{
    /// <summary>
    /// Handles a message whose consumer threw. A repeat after a crash may send it to its queue again.
    /// </summary>
    public async Task HandleFailedAsync(IMessageQueue queue, FailedMessage message)
    {
        var failing = await RecordAsync(queue, message);
        if (failing.RetryDelay is not { } delay)
        {
            var cause = failing.LastFailure is { } type ? $", the last time with {type}" : "";
            await KeepAsync(queue, message, failing, $"The consumer failed {failing.Attempts} times{cause}.");
            return;
        }

        await queue.SendTextAsync(message.Text, delay);
        log.LogError(
            "Message {Id} of the queue {Queue} failed {Attempts} times and is tried again in {Delay}. {Failure}",
            PoisonedMessageStore.IdOf(failing),
            queue.Name,
            failing.Attempts,
            delay,
            failing.LastFailure);
    }

    /// <summary>Keeps a message that its consumer can never read.</summary>
    public async Task HandleUnreadableAsync(IMessageQueue queue, FailedMessage message, string reason) =>
        await KeepAsync(queue, message, await RecordAsync(queue, message), reason);

    Task<FailingMessage> RecordAsync(IMessageQueue queue, FailedMessage message)
    {
        var now = clock.GetUtcNow();
        var failure = new FailingMessage(
            now, now, message.Attempts, message.MessageId, message.MessageId, message.Failure);
        return store.RecordFailureAsync(queue.Name, message.Text, failure);
    }

    async Task KeepAsync(IMessageQueue queue, FailedMessage message, FailingMessage failing, string reason)
    {
        var id = PoisonedMessageStore.IdOf(failing);
        await store.KeepAsync(new PoisonedMessage(
            id, queue.Name, reason, failing.FirstAt, failing.LastAt, failing.Attempts, message.Text));
        log.LogError("Message {Id} of the queue {Queue} waits for an operator: {Reason}", id, queue.Name, reason);
    }
}
