using Azure;
using LocalRuntime.Accounts;

namespace LocalRuntime.Tables;

/// <summary>
/// Carries requests to a table service. A refusal is a response with its status, not an exception:
/// which refusals are errors is for the client to say.
/// </summary>
interface ITableTransport
{
    Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken);

    Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken);

    Task<Reply<TablePage<string>>> ListTablesAsync(TableQuery query, CancellationToken cancellationToken);

    Task<Reply<StoredEntity>> GetAsync(string table, string partitionKey, string rowKey, IReadOnlyList<string>? select, CancellationToken cancellationToken);

    Task<Reply<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken);

    Task<Response> WriteAsync(string table, EntityWrite write, CancellationToken cancellationToken);

    Task<Reply<IReadOnlyList<Response>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes, CancellationToken cancellationToken);
}

/// <summary>What is asked for: an OData filter, the properties wanted (all when null), the page's size and where it begins.</summary>
sealed record TableQuery(string? Filter, IReadOnlyList<string>? Select, int? PageSize, string? Continuation);

/// <summary>A page and where the next one begins; null when there is none.</summary>
sealed record TablePage<T>(IReadOnlyList<T> Items, string? Continuation);
