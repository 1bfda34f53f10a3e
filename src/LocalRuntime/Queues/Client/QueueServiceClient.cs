using Azure.Core;
using LocalRuntime.Accounts;
using LocalRuntime.Queues;

namespace Azure.Storage.Queues;

/// <summary>A storage account's queues.</summary>
public class QueueServiceClient
{
    readonly Lazy<IQueueTransport> transport;
    readonly QueueMessageEncoding encoding;

    /// <summary>The queues behind a connection string: an embedded store's, or a service's over HTTP.</summary>
    public QueueServiceClient(string connectionString, QueueClientOptions? options) =>
        (transport, encoding) = (QueueTransport.For(StorageAccount.Parse(connectionString), options), QueueText.EncodingOf(options));

    /// <summary>A service to which an identity is known.</summary>
    public QueueServiceClient(Uri serviceUri, TokenCredential credential, QueueClientOptions? options = null) =>
        (transport, encoding) = (QueueTransport.Http(serviceUri, credential, options), QueueText.EncodingOf(options));

    /// <summary>A client of one queue, which need not exist.</summary>
    public virtual QueueClient GetQueueClient(string queueName) => new(transport, queueName, encoding);
}
