using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Queues;
using LocalRuntime.Store;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Storage;

/// <summary>
/// Makes the official storage clients reach the embedded store. An app applies every <see cref="IConfigureOptions{TOptions}"/> of
/// its container to the options of the clients that it makes; this is the local runtime's, which sets their transport.
/// A store is looked up once, when this is made: a client of a dead host never opens a closed store again.
/// </summary>
public sealed class StorageClients : IConfigureOptions<TableClientOptions>, IConfigureOptions<QueueClientOptions>
{
    /// <summary>The host of the embedded store's addresses. RFC 6761 keeps the domain from ever existing.</summary>
    public const string EmbeddedHost = "embedded.invalid";

    /// <summary>The connection string of the embedded store; only clients with the options of this class reach it.</summary>
    /// <remarks>A shared access signature, since a request with one is not signed anew, which the store would not check.</remarks>
    public const string EmbeddedConnection =
        $"TableEndpoint=https://{EmbeddedHost};QueueEndpoint=https://{EmbeddedHost};SharedAccessSignature=sig=embedded";

    readonly OpenStore? open;
    readonly LocalTransport tables;
    readonly LocalTransport queues;

    /// <summary>Clients of <paramref name="open"/>; null where only storage services over HTTP are used.</summary>
    public StorageClients(OpenStore? open)
    {
        this.open = open;
        tables = LocalTransport.ToTables(open);
        queues = LocalTransport.ToQueues(open);
    }

    /// <summary>Clients of the store at <paramref name="path"/>, which is opened unless it is open.</summary>
    public static StorageClients Open(string path) => new(EmbeddedStores.Open(path));

    /// <inheritdoc />
    public void Configure(TableClientOptions options) => Configure(options, tables);

    /// <inheritdoc />
    public void Configure(QueueClientOptions options) => Configure(options, queues);

    /// <summary>The tables behind a connection string.</summary>
    public TableServiceClient Tables(string connection = EmbeddedConnection)
    {
        var options = new TableClientOptions();
        Configure(options);
        return new TableServiceClient(connection, options);
    }

    /// <summary>One queue behind a connection string; texts travel as they are unless <paramref name="encoding"/> says otherwise.</summary>
    public QueueClient Queue(string connection, string queueName, QueueMessageEncoding encoding = QueueMessageEncoding.None)
    {
        var options = new QueueClientOptions { MessageEncoding = encoding };
        Configure(options);
        return new QueueClient(connection, queueName, options);
    }

    /// <summary>When to look at the queues behind a connection string; null where they have to be polled.</summary>
    public IQueueSchedule? Schedule(string connection = EmbeddedConnection) =>
        open is not null && connection == EmbeddedConnection ? EmbeddedAccount.Of(open).Queues : null;

    void Configure(ClientOptions options, LocalTransport transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Transport = transport;
        if (open is null) return;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        if (open.Gate is not null) options.RetryPolicy = new ClockRetryPolicy(options.Retry, open.Clock);
    }
}
