using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// One row of any table: the keys that it is found by, and the record itself as JSON. Nothing is looked for but by key, so no other column
/// is needed; <see cref="Fingerprint"/> is that of the request which made the row, where one did.
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

    /// <summary>The record, as JSON.</summary>
    public string Document { get; set; } = "";

    /// <summary>Equal for requests that ask for the same; null for rows that no request made.</summary>
    public string? Fingerprint { get; set; }
}
