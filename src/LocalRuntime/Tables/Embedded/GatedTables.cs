using System.Globalization;
using Azure;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Tables;

/// <summary>The table service behind a gate.</summary>
sealed class GatedTables(ITableTransport inner, IStorageGate gate) : ITableTransport
{
    public Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken) =>
        PassAsync("create", table, "", () => inner.CreateTableAsync(table, cancellationToken));

    public Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken) =>
        PassAsync("drop", table, "", () => inner.DeleteTableAsync(table, cancellationToken));

    public Task<Reply<TablePage<string>>> ListTablesAsync(TableQuery query, CancellationToken cancellationToken) =>
        PassAsync("list", "", "", isWrite: false, () => inner.ListTablesAsync(query, cancellationToken));

    public Task<Reply<StoredEntity>> GetAsync(
        string table, string partitionKey, string rowKey, IReadOnlyList<string>? select, CancellationToken cancellationToken) =>
        PassAsync("get", table, $"{partitionKey}/{rowKey}", isWrite: false, () => inner.GetAsync(table, partitionKey, rowKey, select, cancellationToken));

    public Task<Reply<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken) =>
        PassAsync("query", table, query.Filter ?? "", isWrite: false, () => inner.QueryAsync(table, query, cancellationToken));

    public Task<Response> WriteAsync(string table, EntityWrite write, CancellationToken cancellationToken) =>
        PassAsync("write", table, $"{write.PartitionKey}/{write.RowKey}", () => inner.WriteAsync(table, write, cancellationToken));

    public Task<Reply<IReadOnlyList<Response>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes, CancellationToken cancellationToken) => PassAsync(
        "submit",
        table,
        string.Create(CultureInfo.InvariantCulture, $"{writes[0].PartitionKey}/{writes[0].RowKey} and {writes.Count - 1} more"),
        isWrite: true,
        () => inner.SubmitAsync(table, gate.Alter(table, writes), cancellationToken));

    Task<Response> PassAsync(string operation, string table, string key, Func<Task<Response>> perform) =>
        gate.PassAsync(new StorageRequest("table", operation, table, key, IsWrite: true), perform, EmbeddedResponse.Failure);

    Task<Reply<T>> PassAsync<T>(string operation, string table, string key, bool isWrite, Func<Task<Reply<T>>> perform) =>
        gate.PassAsync(new StorageRequest("table", operation, table, key, isWrite), perform, error => new Reply<T>(EmbeddedResponse.Failure(error), default));
}
