namespace LocalRuntime.Tables.Entities;

/// <summary>What a query asks for: an OData filter, the page's size and where the page begins (null: at the first row).</summary>
sealed record TableQuery(string? Filter, int? PageSize, EntityContinuation? Start);

/// <summary>The key with which a page begins. Tables in a list have a partition key alone, their name.</summary>
sealed record EntityContinuation(string PartitionKey, string RowKey);

/// <summary>A page, and where the next one begins; null when there is none.</summary>
sealed record TablePage<T>(IReadOnlyList<T> Items, EntityContinuation? Next);
