using Azure.Data.Tables.Models;
using LocalRuntime.Accounts;
using LocalRuntime.Tables;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public class TableClient
{
    readonly Lazy<ITableTransport> transport;
    readonly string name;

    internal TableClient(Lazy<ITableTransport> transport, string name) => (this.transport, this.name) = (transport, name);

    /// <summary>The table's name.</summary>
    public virtual string Name => name;

    /// <summary>A filter in which each interpolated value is written as a literal of its type, escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiterals.Fill(filter);

    /// <summary>Creates the table unless it exists.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        new TableServiceClient(transport).CreateTableIfNotExistsAsync(Name, cancellationToken);

    /// <summary>Inserts the entity; 409 when it exists.</summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => WriteAsync(EntityWrite.Of(TableTransactionActionType.Add, entity, default), cancellationToken);

    /// <summary>Reads an entity; throws 404 when there is none.</summary>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var reply = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        return Response.FromValue(EntityMapper.ToEntity<T>(reply.OrThrow().Value), reply.Response);
    }

    /// <summary>Reads an entity if there is one.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var reply = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        return reply.IsNotFound
            ? new AbsentEntity<T>(reply.Response)
            : Response.FromValue(EntityMapper.ToEntity<T>(reply.OrThrow().Value), reply.Response);
    }

    /// <summary>Inserts the entity, or merges it into the one that exists or replaces that.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var action = mode == TableUpdateMode.Merge ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace;
        return WriteAsync(EntityWrite.Of(action, entity, default), cancellationToken);
    }

    /// <summary>Updates an entity that has the version <paramref name="ifMatch"/>; 412 when it has another, 404 when there is none.</summary>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default) throw new ArgumentException("An update names the version that it expects; ETag.All stands for any.", nameof(ifMatch));
        var action = mode == TableUpdateMode.Merge ? TableTransactionActionType.UpdateMerge : TableTransactionActionType.UpdateReplace;
        return WriteAsync(EntityWrite.Of(action, entity, ifMatch), cancellationToken);
    }

    /// <summary>Deletes an entity, whatever its version by default; answers 404 when there is none, and does not throw then.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var response = await transport.Value.WriteAsync(Name, EntityWrite.Delete(partitionKey, rowKey, ifMatch), cancellationToken);
        return response.Status == 404 ? response : response.OrThrow();
    }

    /// <summary>The entities that satisfy an OData filter, in order of partition key and row key.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var selected = select?.ToList();
        return new PagedQuery<T>(
            maxPerPage,
            async (continuation, size) =>
            {
                var reply = await transport.Value.QueryAsync(Name, new TableQuery(filter, selected, size, continuation), cancellationToken);
                var page = reply.OrThrow().Value;
                return Page<T>.FromValues([.. page.Items.Select(EntityMapper.ToEntity<T>)], page.Continuation, reply.Response);
            });
    }

    /// <summary>Writes all of the actions or none: at most 100 of one partition, each of another entity.</summary>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var writes = transactionActions.Select(action => EntityWrite.Of(action.ActionType, action.Entity, action.ETag)).ToList();
        if (writes.Count == 0) throw new InvalidOperationException("A transaction holds at least one action.");
        var reply = await transport.Value.SubmitAsync(Name, writes, cancellationToken);
        return reply.Response.Status < 400 ? reply.OrThrow() : throw new TableTransactionFailedException(reply.Response);
    }

    Task<Reply<StoredEntity>> ReadAsync(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return transport.Value.GetAsync(Name, partitionKey, rowKey, select?.ToList(), cancellationToken);
    }

    async Task<Response> WriteAsync(EntityWrite write, CancellationToken cancellationToken) =>
        (await transport.Value.WriteAsync(Name, write, cancellationToken)).OrThrow();
}
