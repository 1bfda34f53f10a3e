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

    /// <summary>The name of the queue.</summary>
    public string Name => name;

    /// <inheritdoc/>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    /// <summary>
    /// Completes when the message is stored; it becomes visible after <paramref name="delay"/> (at most 7 days) and
    /// does not expire.
    /// </summary>
    public Task SendAsync(T message, TimeSpan? delay = null) => client.SendMessageAsync(
        JsonSerializer.Serialize(message, StoredJson.Options), delay > TimeSpan.Zero ? delay : null, NoExpiry);
}
