using Azure.Core;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Tables;

/// <summary>Chooses how a client reaches its tables.</summary>
static class TableTransport
{
    static readonly System.Runtime.CompilerServices.ConditionalWeakTable<OpenStore, EmbeddedTables> Embedded = [];

    /// <summary>An embedded store is looked up when it is first needed, so that a host may open it with its clock after clients were made.</summary>
    public static Lazy<ITableTransport> For(StorageAccount account) => account.EmbeddedPath is { } path
        ? new(() => Embedded.GetValue(EmbeddedStores.Open(path), open => new EmbeddedTables(open)))
        : Http(account.TableEndpoint!, account.Name, account.Key);

    public static Lazy<ITableTransport> Http(Uri endpoint, string accountName, string accountKey) => throw new NotSupportedException();

    public static Lazy<ITableTransport> Http(Uri endpoint, TokenCredential credential) => throw new NotSupportedException();
}
