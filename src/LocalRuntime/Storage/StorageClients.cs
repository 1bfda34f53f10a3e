namespace LocalRuntime.Storage;

/// <summary>
/// Connects the official storage clients to the embedded store: it sets the transport of their options. An app applies
/// each <see cref="IConfigureOptions{TOptions}"/> of its container to the options of the clients that it creates. The
/// store is resolved once, so a client of a host that has ended never opens a closed store again.
/// </summary>
public sealed class StorageClients : IConfigureOptions<TableClientOptions>, IConfigureOptions<QueueClientOptions>
{
    /// <summary>The host name of the embedded store's addresses. RFC 6761 reserves its domain.</summary>
    public const string EmbeddedHost = "embedded.invalid";

    /// <summary>
    /// The connection string of the embedded store. It has a shared access signature, because the client signs requests
    /// that have none, and the store checks no signature.
    /// </summary>
    public const string EmbeddedConnection =
        $"TableEndpoint=https://{EmbeddedHost};QueueEndpoint=https://{EmbeddedHost};SharedAccessSignature=sig=embedded";

    readonly OpenStore? open;
    readonly LocalTransport tables;
    readonly LocalTransport queues;

    /// <summary>Clients of <paramref name="open"/>; null where only storage services over HTTP are used.</summary>
    public StorageClients(OpenStore? open) =>
        (this.open, tables, queues) = (open, LocalTransport.ToTables(open), LocalTransport.ToQueues(open));

    /// <summary>Clients of the store at <paramref name="path"/>, which is opened unless it is open.</summary>
    public static StorageClients Open(string path) => new(EmbeddedStores.Open(path));

    public void Configure(TableClientOptions options) => Configure(options, tables);

    public void Configure(QueueClientOptions options) => Configure(options, queues);

    public TableServiceClient Tables(string connection = EmbeddedConnection)
    {
        var options = new TableClientOptions();
        Configure(options);
        return new TableServiceClient(connection, options);
    }

    public QueueClient Queue(
        string connection, string queueName, QueueMessageEncoding encoding = QueueMessageEncoding.None)
    {
        var options = new QueueClientOptions { MessageEncoding = encoding };
        Configure(options);
        return new QueueClient(connection, queueName, options);
    }

    /// <summary>The schedule of the queues of a connection string; null when they must be polled.</summary>
    public IQueueSchedule? Schedule(string connection = EmbeddedConnection) =>
        open is not null && connection == EmbeddedConnection ? EmbeddedAccount.For(open).Queues : null;

    void Configure(ClientOptions options, LocalTransport transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Transport = transport;
        if (open is null) return;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        if (open.Gate is not null) options.RetryPolicy = new ClockRetryPolicy(options.Retry, open.Clock);
        else options.Retry.MaxRetries = 0; // the store has waited for its file, and no answer is lost in this process
    }
}
