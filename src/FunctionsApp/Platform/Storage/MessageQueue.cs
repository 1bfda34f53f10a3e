using System.Text.Json;
using Azure.Storage.Queues;

namespace FunctionsApp.Platform.Storage;

/// <summary>A queue that is created before the app takes its first request.</summary>
public interface IMessageQueue
{
    /// <summary>Creates the queue when it does not exist.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);
}

/// <summary>A queue of JSON messages of one type. The name is the one that the queue trigger states.</summary>
public sealed class MessageQueue<T>(QueueClient client, string name) : IMessageQueue
{
    // An acknowledged message waits however long the app is down; the service's default is 7 days.
    static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    // The longest that the service hides a message.
    static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <summary>The name of the queue.</summary>
    public string Name => name;

    /// <inheritdoc/>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <summary>
    /// Completes when the message is stored. It becomes visible after <paramref name="delay"/>, or after 7 days when
    /// that is earlier, and does not expire.
    /// </summary>
    public Task SendAsync(T message, TimeSpan? delay = null) =>
        client.SendMessageAsync(JsonSerializer.Serialize(message, StoredJson.Options), Visibility(delay), NoExpiry);

    // The service counts whole seconds, and the client cuts the rest off: the message would come too early.
    static TimeSpan? Visibility(TimeSpan? delay)
    {
        if (delay > MaxDelay) return MaxDelay;
        return delay > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Ceiling(delay.Value.TotalSeconds)) : null;
    }
}
