using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>Runs the consumer of a queue, and handles messages that cannot be read or keep failing.</summary>
public sealed class QueueConsumer<T>(MessageQueue<T> queue, FailedMessageHandler failed)
{
    /// <summary>
    /// Calls <paramref name="handleAsync"/> with the message. An exception returns the message to the queue, but for
    /// the last attempt that host.json allows. A message that is not the JSON of <typeparamref name="T"/> is kept for
    /// an operator at once.
    /// </summary>
    public Task RunAsync(QueueMessage message, Func<T, Task> handleAsync)
    {
        if (MessageQueue<T>.TryRead(message.Body, out var content))
            return HandleAsync(message, () => handleAsync(content));
        return failed.HandleUnreadableAsync(queue, Failed(message, failure: null), UnreadableReason.NotTheJson);
    }

    async Task HandleAsync(QueueMessage message, Func<Task> handleAsync)
    {
        try
        {
            await handleAsync();
        }
        // A host that stops cancels; that says nothing about the message.
        catch (Exception failure) when (failure is not OperationCanceledException && IsLastAttempt(message))
        {
            await failed.HandleFailedAsync(queue, Failed(message, failure.GetType().Name));
        }
    }

    static bool IsLastAttempt(QueueMessage message) => message.DequeueCount >= QueueLimits.MaxDequeueCount;

    static FailedMessage Failed(QueueMessage message, string? failure) =>
        new(message.MessageId, QueueText.Encode(message.Body), message.DequeueCount, failure);
}

/// <summary>Why a message can never be handled.</summary>
static class UnreadableReason
{
    public const string NotBase64 = "The message is not base64.";

    public const string NotTheJson = "The message is not the JSON that the queue takes.";
}

/// <summary>Limits that host.json states.</summary>
public static class QueueLimits
{
    /// <summary><c>extensions.queues.maxDequeueCount</c>: the attempts before the host moves a message.</summary>
    public const int MaxDequeueCount = 100;
}
