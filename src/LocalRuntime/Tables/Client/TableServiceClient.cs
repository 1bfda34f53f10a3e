using Azure.Core;
using Azure.Data.Tables.Models;
using LocalRuntime.Accounts;
using LocalRuntime.Tables;

namespace Azure.Data.Tables;

/// <summary>A storage account's tables.</summary>
public class TableServiceClient
{
    readonly Lazy<ITableTransport> transport;

    /// <summary>The tables behind a connection string: an embedded store's, or a service's over HTTP.</summary>
    public TableServiceClient(string connectionString) => transport = TableTransport.For(StorageAccount.Parse(connectionString));

    /// <summary>A service to which an identity is known.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential) => transport = TableTransport.Http(endpoint, tokenCredential);

    /// <summary>A service to which the account's key is known.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential) =>
        transport = TableTransport.Http(endpoint, credential.AccountName, credential.AccountKey);

    internal TableServiceClient(Lazy<ITableTransport> transport) => this.transport = transport;

    /// <summary>A client of one table, which need not exist.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(transport, tableName);

    /// <summary>Creates the table unless it exists.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await transport.Value.CreateTableAsync(tableName, cancellationToken);
        var exists = response.Status == 409 && ResponseErrors.Failed(response).ErrorCode == TableErrorCode.TableAlreadyExists.ToString();
        return Response.FromValue(new TableItem(tableName), exists ? response : response.OrThrow());
    }

    /// <summary>Deletes the table with its entities; answers 404 when there is none.</summary>
    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await transport.Value.DeleteTableAsync(tableName, cancellationToken);
        return response.Status == 404 ? response : response.OrThrow();
    }

    /// <summary>The account's tables in order of name.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new PagedQuery<TableItem>(
            maxPerPage,
            async (continuation, size) =>
            {
                var reply = await transport.Value.ListTablesAsync(new TableQuery(filter, null, size, continuation), cancellationToken);
                var page = reply.OrThrow().Value;
                return Page<TableItem>.FromValues([.. page.Items.Select(name => new TableItem(name))], page.Continuation, reply.Response);
            });
}
