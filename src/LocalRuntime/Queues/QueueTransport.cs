using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Queues;

/// <summary>Chooses how a client reaches its queues.</summary>
static class QueueTransport
{
    static readonly ConditionalWeakTable<EmbeddedStore, EmbeddedQueues> Stores = [];

    /// <summary>An embedded store is looked up when it is first needed, so that a host may open it with its clock after clients were made.</summary>
    public static Lazy<IQueueTransport> For(StorageAccount account, QueueClientOptions? options) => account.EmbeddedPath is { } path
        ? new(() => EmbeddedStores.Open(path).Gate is { } gate ? new GatedQueues(Embedded(path), gate) : Embedded(path))
        : Http(account.QueueEndpoint!, account.Name, account.Key, options);

    public static EmbeddedQueues Embedded(string path)
    {
        var open = EmbeddedStores.Open(path);
        return Stores.GetValue(open.Store, _ => new EmbeddedQueues(open));
    }

    public static Lazy<IQueueTransport> Http(Uri endpoint, string accountName, string accountKey, QueueClientOptions? options) =>
        Http(endpoint, new SharedKeyPolicy(accountName, accountKey), options);

    public static Lazy<IQueueTransport> Http(Uri endpoint, TokenCredential credential, QueueClientOptions? options) =>
        Http(endpoint, StoragePipeline.Bearer(credential), options);

    static Lazy<IQueueTransport> Http(Uri endpoint, HttpPipelinePolicy authentication, QueueClientOptions? options) =>
        new(() => new HttpQueues(endpoint, StoragePipeline.Build(options ?? new QueueClientOptions(), authentication)));
}
