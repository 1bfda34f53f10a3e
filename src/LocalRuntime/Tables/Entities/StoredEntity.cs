namespace LocalRuntime.Tables.Entities;

/// <summary>
/// An entity as it is stored. <paramref name="Json"/> is its own properties as OData JSON with type annotations. Values
/// have the service's types: string, int, long, double, bool, DateTimeOffset, Guid, byte[].
/// </summary>
sealed record StoredEntity(string PartitionKey, string RowKey, DateTimeOffset Timestamp, string ETag, byte[] Json)
{
    IReadOnlyDictionary<string, object>? properties;

    /// <summary>The entity's own properties, without keys and time stamp.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties ??= EntityJson.ReadProperties(Json);

    /// <summary>The value of a property, including keys and time stamp; null when it is absent.</summary>
    public object? Value(string property) => property switch
    {
        nameof(PartitionKey) => PartitionKey,
        nameof(RowKey) => RowKey,
        nameof(Timestamp) => Timestamp,
        _ => Properties.GetValueOrDefault(property),
    };
}

/// <summary>A query: an OData filter, the size of a page and its start, which is null for the first page.</summary>
sealed record TableQuery(string? Filter, int? PageSize, EntityContinuation? Start);

/// <summary>The first key of a page. In a list of tables the partition key is the table's name.</summary>
sealed record EntityContinuation(string PartitionKey, string RowKey);

/// <summary>A page and the start of the next one; null after the last page.</summary>
sealed record TablePage<T>(IReadOnlyList<T> Items, EntityContinuation? Next);
