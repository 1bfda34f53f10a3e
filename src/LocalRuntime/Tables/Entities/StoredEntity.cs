using Azure;

namespace LocalRuntime.Tables;

/// <summary>
/// An entity as the service gives it. A selection may leave out the keys and the time stamp.
/// Values are of the service's types: string, int, long, double, bool, DateTimeOffset, Guid, byte[].
/// </summary>
sealed record StoredEntity(string? PartitionKey, string? RowKey, DateTimeOffset? Timestamp, ETag ETag, IReadOnlyDictionary<string, object> Properties)
{
    public StoredEntity Select(IReadOnlyList<string>? names) => names is null or [] or ["*"]
        ? this
        : new(
            names.Contains(nameof(PartitionKey)) ? PartitionKey : null,
            names.Contains(nameof(RowKey)) ? RowKey : null,
            names.Contains(nameof(Timestamp)) ? Timestamp : null,
            ETag,
            Properties.Where(p => names.Contains(p.Key)).ToDictionary(StringComparer.Ordinal));
}
