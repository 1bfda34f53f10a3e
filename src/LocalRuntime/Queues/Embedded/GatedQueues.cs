using Azure;
using Azure.Storage.Queues.Models;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Queues;

/// <summary>The queue service behind a gate.</summary>
sealed class GatedQueues(IQueueTransport inner, IStorageGate gate) : IQueueTransport
{
    public Task<Response> CreateAsync(string queue, IDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        PassAsync("create", queue, "", () => inner.CreateAsync(queue, metadata, cancellationToken));

    public Task<Reply<QueueProperties>> GetPropertiesAsync(string queue, CancellationToken cancellationToken) =>
        PassAsync("count", queue, "", isWrite: false, () => inner.GetPropertiesAsync(queue, cancellationToken));

    public Task<Reply<SendReceipt>> SendAsync(string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive, CancellationToken cancellationToken) =>
        PassAsync("send", queue, "", isWrite: true, () => inner.SendAsync(queue, text, visibilityTimeout, timeToLive, cancellationToken));

    public Task<Reply<IReadOnlyList<StoredMessage>>> ReceiveAsync(string queue, int? most, TimeSpan? visibilityTimeout, CancellationToken cancellationToken) =>
        PassAsync("receive", queue, "", isWrite: true, () => inner.ReceiveAsync(queue, most, visibilityTimeout, cancellationToken));

    public Task<Reply<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? most, CancellationToken cancellationToken) =>
        PassAsync("peek", queue, "", isWrite: false, () => inner.PeekAsync(queue, most, cancellationToken));

    public Task<Reply<UpdateReceipt>> UpdateAsync(
        string queue, MessageHandle message, string? text, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        PassAsync("update", queue, message.Id, isWrite: true, () => inner.UpdateAsync(queue, message, text, visibilityTimeout, cancellationToken));

    public Task<Response> DeleteAsync(string queue, MessageHandle message, CancellationToken cancellationToken) =>
        PassAsync("delete", queue, message.Id, () => inner.DeleteAsync(queue, message, cancellationToken));

    Task<Response> PassAsync(string operation, string queue, string key, Func<Task<Response>> perform) =>
        gate.PassAsync(new StorageRequest("queue", operation, queue, key, IsWrite: true), perform, EmbeddedResponse.Failure);

    Task<Reply<T>> PassAsync<T>(string operation, string queue, string key, bool isWrite, Func<Task<Reply<T>>> perform) =>
        gate.PassAsync(new StorageRequest("queue", operation, queue, key, isWrite), perform, error => new Reply<T>(EmbeddedResponse.Failure(error), default));
}
