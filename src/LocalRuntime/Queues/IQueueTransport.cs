using Azure;
using Azure.Storage.Queues.Models;
using LocalRuntime.Accounts;

namespace LocalRuntime.Queues;

/// <summary>Carries requests to a queue service. A refusal is a response with its status, not an exception.</summary>
interface IQueueTransport
{
    Task<Response> CreateAsync(string queue, IDictionary<string, string>? metadata, CancellationToken cancellationToken);

    Task<Reply<QueueProperties>> GetPropertiesAsync(string queue, CancellationToken cancellationToken);

    Task<Reply<SendReceipt>> SendAsync(string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive, CancellationToken cancellationToken);

    Task<Reply<IReadOnlyList<StoredMessage>>> ReceiveAsync(string queue, int? most, TimeSpan? visibilityTimeout, CancellationToken cancellationToken);

    Task<Reply<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? most, CancellationToken cancellationToken);

    Task<Reply<UpdateReceipt>> UpdateAsync(string queue, MessageHandle message, string? text, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    Task<Response> DeleteAsync(string queue, MessageHandle message, CancellationToken cancellationToken);
}

/// <summary>A message and the proof of who received it last.</summary>
readonly record struct MessageHandle(string Id, string PopReceipt);

/// <summary>A message as the service gives it.</summary>
sealed record StoredMessage(
    string Id, string PopReceipt, string Text, DateTimeOffset InsertedOn, DateTimeOffset ExpiresOn, DateTimeOffset NextVisibleOn, long DequeueCount);
