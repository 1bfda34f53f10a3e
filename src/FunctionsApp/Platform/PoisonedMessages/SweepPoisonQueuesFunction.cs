using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>
/// Empties the poison queues. The host moves to them what it cannot decode, and messages that failed as often as
/// host.json allows without the consumer seeing it, such as after a kill. A queue trigger would not do: its client
/// decodes base64 and never passes on a message that is not base64.
/// </summary>
public sealed class SweepPoisonQueuesFunction(
    IEnumerable<IMessageQueue> queues, FailedMessageHandler failed, ILogger<SweepPoisonQueuesFunction> log)
{
    // Of each queue in one run.
    const int MaxReceives = 30;

    /// <summary>One peek for each queue while all are empty.</summary>
    [Function("SweepPoisonQueues")]
    public Task Run([TimerTrigger("0 5 * * * *")] TimerInfo timer) => Task.WhenAll(queues.Select(SweepAsync));

    async Task SweepAsync(IMessageQueue queue)
    {
        for (var receive = 0; receive < MaxReceives; receive++)
        {
            var messages = await queue.ReceivePoisonedAsync();
            if (messages.Count == 0) return;
            foreach (var message in messages) await SweepAsync(queue, message);
        }

        log.LogWarning("The poison queue of {Queue} holds more messages, which the next run takes.", queue.Name);
    }

    async Task SweepAsync(IMessageQueue queue, QueueMessage message)
    {
        var text = message.MessageText;
        var unread = new FailedMessage(message.MessageId, text, Attempts: 1, Failure: null);
        await (QueueText.Decode(text) switch
        {
            null => failed.HandleUnreadableAsync(queue, unread, UnreadableReason.NotBase64),
            { } body when !queue.CanRead(body) =>
                failed.HandleUnreadableAsync(queue, unread, UnreadableReason.NotTheJson),
            _ => failed.HandleFailedAsync(queue, unread with { Attempts = QueueLimits.MaxDequeueCount }),
        });
        await queue.DeletePoisonedAsync(message);
    }
}
