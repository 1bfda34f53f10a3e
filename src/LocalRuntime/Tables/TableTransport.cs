using Azure.Core;
using Azure.Core.Pipeline;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Tables;

/// <summary>Chooses how a client reaches its tables.</summary>
static class TableTransport
{
    static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EmbeddedStore, EmbeddedTables> Stores = [];

    /// <summary>An embedded store is looked up when it is first needed, so that a host may open it with its clock after clients were made.</summary>
    public static Lazy<ITableTransport> For(StorageAccount account) => account.EmbeddedPath is { } path
        ? new(() => Embedded(EmbeddedStores.Open(path)))
        : Http(account.TableEndpoint!, account.Name, account.Key);

    static ITableTransport Embedded(OpenStore open)
    {
        var tables = Stores.GetValue(open.Store, _ => new EmbeddedTables(open));
        return open.Gate is { } gate ? new GatedTables(tables, gate) : tables;
    }

    public static Lazy<ITableTransport> Http(Uri endpoint, string accountName, string accountKey) =>
        Http(endpoint, new SharedKeyLitePolicy(accountName, accountKey), new TableClientOptions());

    public static Lazy<ITableTransport> Http(Uri endpoint, TokenCredential credential) =>
        Http(endpoint, StoragePipeline.Bearer(credential), new TableClientOptions());

    public static Lazy<ITableTransport> Http(Uri endpoint, HttpPipelinePolicy authentication, ClientOptions options) =>
        new(() => new HttpTables(endpoint, StoragePipeline.Build(options, authentication)));

    internal sealed class TableClientOptions : ClientOptions;
}
