using Azure;
using Azure.Data.Tables;
using LocalRuntime.Accounts;
using LocalRuntime.Store;
using LocalRuntime.Tables;

namespace Benchmarks.Invitations;

/// <summary>The tables of an embedded store in memory, with every round trip counted and every row that comes back.</summary>
sealed class CountedTables : ITableTransport
{
    readonly EmbeddedTables tables = new(EmbeddedStores.Open($":memory:{Guid.NewGuid()}"));
    long roundTrips;
    long rows;

    public long RoundTrips => Interlocked.Read(ref roundTrips);

    public long Rows => Interlocked.Read(ref rows);

    public TableServiceClient Client() => new(new Lazy<ITableTransport>(this));

    public Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken) => Counted(tables.CreateTableAsync(table, cancellationToken));

    public Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken) => Counted(tables.DeleteTableAsync(table, cancellationToken));

    public Task<Reply<TablePage<string>>> ListTablesAsync(TableQuery query, CancellationToken cancellationToken) =>
        Counted(tables.ListTablesAsync(query, cancellationToken));

    public async Task<Reply<StoredEntity>> GetAsync(
        string table, string partitionKey, string rowKey, IReadOnlyList<string>? select, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref rows);
        return await Counted(tables.GetAsync(table, partitionKey, rowKey, select, cancellationToken));
    }

    public async Task<Reply<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        var page = await Counted(tables.QueryAsync(table, query, cancellationToken));
        Interlocked.Add(ref rows, page.Response.IsError ? 0 : page.OrThrow().Value.Items.Count);
        return page;
    }

    public Task<Response> WriteAsync(string table, EntityWrite write, CancellationToken cancellationToken) => Counted(tables.WriteAsync(table, write, cancellationToken));

    public Task<Reply<IReadOnlyList<Response>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes, CancellationToken cancellationToken) =>
        Counted(tables.SubmitAsync(table, writes, cancellationToken));

    Task<T> Counted<T>(Task<T> call)
    {
        Interlocked.Increment(ref roundTrips);
        return call;
    }
}
