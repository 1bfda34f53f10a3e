namespace LocalRuntime.Tables.Entities;

/// <summary>
/// An entity as it is stored; <paramref name="Json"/> holds its own properties as OData JSON with type annotations.
/// Values are of the service's types: string, int, long, double, bool, DateTimeOffset, Guid, byte[].
/// </summary>
sealed record StoredEntity(string PartitionKey, string RowKey, DateTimeOffset Timestamp, string ETag, byte[] Json)
{
    IReadOnlyDictionary<string, object>? properties;

    /// <summary>The entity's own properties, read when they are first asked for.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties ??= EntityJson.ReadProperties(Json);

    /// <summary>The value of a property, system properties included; null when the entity has none of that name.</summary>
    public object? Value(string property) => property switch
    {
        nameof(PartitionKey) => PartitionKey,
        nameof(RowKey) => RowKey,
        nameof(Timestamp) => Timestamp,
        _ => Properties.GetValueOrDefault(property),
    };
}
