using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace FunctionsApp.Platform.Storage;

/// <summary>A queue that is created, with its poison queue, before the app takes its first request.</summary>
public interface IMessageQueue
{
    /// <summary>The name of the queue.</summary>
    string Name { get; }

    /// <summary>Creates the queue and its poison queue when they do not exist.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);

    /// <summary>True when the queue's consumer can read the body, which is not encoded.</summary>
    bool CanRead(BinaryData body);

    /// <summary>Stores the text of a message as it is; it becomes visible after the delay.</summary>
    Task SendTextAsync(string text, TimeSpan? delay = null);

    /// <summary>
    /// At most 32 messages of the poison queue with their texts as they are; empty for an empty queue.
    /// </summary>
    Task<IReadOnlyList<QueueMessage>> ReceivePoisonedAsync();

    /// <summary>Deletes a received message of the poison queue.</summary>
    Task DeletePoisonedAsync(QueueMessage message);
}

/// <summary>
/// A queue of JSON messages of one type, in base64. The name is the one that the queue trigger states. The host moves a
/// message that it cannot decode, or that failed as often as host.json allows, to the queue with the suffix
/// <see cref="RawQueues.PoisonSuffix"/>.
/// </summary>
public sealed class MessageQueue<T>(QueueServiceClient service, RawQueues raw, string name) : IMessageQueue
{
    const int MaxReceived = 32;
    const int BadRequest = 400;
    const int NotFound = 404;

    // An acknowledged message waits however long the app is down; the service's default is 7 days.
    static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    // The longest that the service hides a message.
    static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    static readonly TimeSpan PoisonLease = TimeSpan.FromMinutes(5);

    readonly QueueClient client = service.GetQueueClient(name);
    readonly QueueClient texts = raw.Get(name);
    readonly QueueClient poison = raw.Get(name + RawQueues.PoisonSuffix);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task EnsureAsync(CancellationToken cancellationToken) => Task.WhenAll(
        client.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken));

    /// <summary>
    /// Completes when the message is stored. It becomes visible after <paramref name="delay"/>, or after 7 days when
    /// that is earlier, and does not expire.
    /// </summary>
    public Task SendAsync(T message, TimeSpan? delay = null) =>
        client.SendMessageAsync(JsonSerializer.Serialize(message, StoredJson.Options), Visibility(delay), NoExpiry);

    /// <inheritdoc/>
    public Task SendTextAsync(string text, TimeSpan? delay = null) =>
        texts.SendMessageAsync(text, Visibility(delay), NoExpiry);

    /// <inheritdoc/>
    public bool CanRead(BinaryData body) => TryRead(body, out _);

    /// <summary>The message; false when the body is not the JSON of one.</summary>
    public static bool TryRead(BinaryData body, out T message)
    {
        try
        {
            message = JsonSerializer.Deserialize<T>(body, MessageJson.Options)!;
            return message is not null;
        }
        // The serializer throws the second one for an abstract type without a discriminator.
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            message = default!;
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueueMessage>> ReceivePoisonedAsync()
    {
        // The queue is empty nearly always, and a peek changes nothing.
        if ((await poison.PeekMessagesAsync(1)).Value.Length == 0) return [];
        return (await poison.ReceiveMessagesAsync(MaxReceived, PoisonLease)).Value;
    }

    /// <inheritdoc/>
    public async Task DeletePoisonedAsync(QueueMessage message)
    {
        try
        {
            await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
        catch (RequestFailedException gone) when (gone.Status is BadRequest or NotFound)
        {
            // An earlier try deleted it, or its lease ended and another instance has it.
        }
    }

    // The service counts whole seconds, and the client cuts the rest off: the message would come too early.
    static TimeSpan? Visibility(TimeSpan? delay)
    {
        if (delay > MaxDelay) return MaxDelay;
        return delay > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(delay.Value.TotalSeconds)) : null;
    }
}
