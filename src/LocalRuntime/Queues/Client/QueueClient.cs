using Azure.Core;
using Azure.Storage.Queues.Models;
using LocalRuntime.Accounts;
using LocalRuntime.Queues;

namespace Azure.Storage.Queues;

/// <summary>One queue.</summary>
public class QueueClient
{
    readonly Lazy<IQueueTransport> transport;
    readonly string name;
    readonly QueueText text;

    /// <summary>A queue behind a connection string: an embedded store's, or a service's over HTTP.</summary>
    public QueueClient(string connectionString, string queueName, QueueClientOptions? options)
        : this(QueueTransport.For(StorageAccount.Parse(connectionString), options), queueName, QueueText.EncodingOf(options))
    {
    }

    /// <summary>A queue by its address, at a service to which an identity is known.</summary>
    public QueueClient(Uri queueUri, TokenCredential credential, QueueClientOptions? options = null)
        : this(QueueTransport.Http(QueueUri.Service(queueUri), credential, options), QueueUri.Queue(queueUri), QueueText.EncodingOf(options))
    {
    }

    internal QueueClient(Lazy<IQueueTransport> transport, string name, QueueMessageEncoding encoding) =>
        (this.transport, this.name, text) = (transport, name, new QueueText(encoding));

    /// <summary>The queue's name.</summary>
    public virtual string Name => name;

    /// <summary>Creates the queue; null when it exists.</summary>
    public virtual async Task<Response> CreateIfNotExistsAsync(IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        var response = await transport.Value.CreateAsync(name, metadata, cancellationToken);
        var exists = response.Status == 204 || (response.Status == 409 && ResponseErrors.Failed(response).ErrorCode == QueueErrors.QueueAlreadyExists.Code);
        return exists ? null! : response.OrThrow();
    }

    /// <summary>Adds a message, visible at once and for seven days unless said otherwise; -1 s keeps it for ever.</summary>
    public virtual Task<Response<SendReceipt>> SendMessageAsync(
        string messageText, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) =>
        SendMessageAsync(BinaryData.FromString(messageText), visibilityTimeout, timeToLive, cancellationToken);

    /// <summary>Adds a message, visible at once and for seven days unless said otherwise; -1 s keeps it for ever.</summary>
    public virtual async Task<Response<SendReceipt>> SendMessageAsync(
        BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) =>
        (await transport.Value.SendAsync(name, text.Encode(message), visibilityTimeout, timeToLive, cancellationToken)).OrThrow();

    /// <summary>Takes up to 32 messages (one by default) and hides them, for 30 seconds by default.</summary>
    public virtual async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default)
    {
        var reply = await transport.Value.ReceiveAsync(name, maxMessages, visibilityTimeout, cancellationToken);
        var messages = reply.OrThrow().Value.Select(message => new QueueMessage(message, text.Decode(message.Text)));
        return Response.FromValue<QueueMessage[]>([.. messages], reply.Response);
    }

    /// <summary>Hides a received message anew, and replaces its text when one is given.</summary>
    public virtual async Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        var encoded = messageText is null ? null : text.Encode(BinaryData.FromString(messageText));
        return (await transport.Value.UpdateAsync(name, new MessageHandle(messageId, popReceipt), encoded, visibilityTimeout, cancellationToken)).OrThrow();
    }

    /// <summary>Removes a message; its pop receipt must be that of its last receipt.</summary>
    public virtual async Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default) =>
        (await transport.Value.DeleteAsync(name, new MessageHandle(messageId, popReceipt), cancellationToken)).OrThrow();

    /// <summary>Looks at up to 32 visible messages (one by default) and leaves them as they are.</summary>
    public virtual async Task<Response<PeekedMessage[]>> PeekMessagesAsync(int? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var reply = await transport.Value.PeekAsync(name, maxMessages, cancellationToken);
        var messages = reply.OrThrow().Value.Select(message => new PeekedMessage(message, text.Decode(message.Text)));
        return Response.FromValue<PeekedMessage[]>([.. messages], reply.Response);
    }

    /// <summary>The queue's metadata and about how many messages it holds.</summary>
    public virtual async Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default) =>
        (await transport.Value.GetPropertiesAsync(name, cancellationToken)).OrThrow();
}
