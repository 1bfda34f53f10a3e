using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Storage;

namespace TestSupport;

/// <summary>The official storage clients over an embedded store in memory.</summary>
public static class InMemoryStorage
{
    /// <summary>The tables of a new store.</summary>
    public static TableServiceClient NewTables() => NewClients().Tables();

    /// <summary>The queues of a new store.</summary>
    public static QueueServiceClient NewQueues()
    {
        var options = new QueueClientOptions();
        NewClients().Configure(options);
        return new QueueServiceClient(StorageClients.EmbeddedConnection, options);
    }

    static StorageClients NewClients() => StorageClients.Open($":memory:{Guid.NewGuid()}");
}
