using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// A row of any table: its keys and its record as JSON. All queries are by key, so there are no other columns.
/// </summary>
public sealed class DocumentRow : ITableEntity
{
    /// <inheritdoc />
    public string PartitionKey { get; set; } = "";

    /// <inheritdoc />
    public string RowKey { get; set; } = "";

    /// <inheritdoc />
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc />
    public ETag ETag { get; set; }

    public string Document { get; set; } = "";

    /// <summary>The fingerprint of the request that created the row; null for other rows.</summary>
    public string? Fingerprint { get; set; }
}
