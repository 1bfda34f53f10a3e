using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// A row of any table: its keys and its record as JSON. All queries are by key, so there are no other columns. A record
/// longer than a column continues in the next one.
/// </summary>
public sealed class DocumentRow : ITableEntity
{
    /// <summary>
    /// The longest record, in UTF-16 characters. The client escapes each Chinese character to six bytes, and Azurite
    /// counts these against the 1 MiB of a row.
    /// </summary>
    public const int MaxLength = 5 * (ColumnLength - 1);

    // A text column of Table Storage holds 64 KiB of UTF-16, which is 32,768 characters.
    const int ColumnLength = 32_768;

    /// <inheritdoc />
    public string PartitionKey { get; set; } = "";

    /// <inheritdoc />
    public string RowKey { get; set; } = "";

    /// <inheritdoc />
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc />
    public ETag ETag { get; set; }

    public string Document { get; set; } = "";

    public string? Document2 { get; set; }

    public string? Document3 { get; set; }

    public string? Document4 { get; set; }

    public string? Document5 { get; set; }

    /// <summary>The fingerprint of the request that created the row; null for other rows.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>
    /// The JSON of all columns. Setting more than <see cref="MaxLength"/> characters throws
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    [IgnoreDataMember]
    public string Json
    {
        get => Document2 is null ? Document : string.Concat([Document, Document2, Document3, Document4, Document5]);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxLength, nameof(value));
            var rest = value;
            Document = TakeColumn(ref rest) ?? "";
            (Document2, Document3) = (TakeColumn(ref rest), TakeColumn(ref rest));
            (Document4, Document5) = (TakeColumn(ref rest), TakeColumn(ref rest));
        }
    }

    static string? TakeColumn(ref string rest)
    {
        if (rest.Length == 0) return null;
        // Half of a surrogate pair would not survive the way to the service.
        var length = Math.Min(rest.Length, ColumnLength);
        if (length < rest.Length && char.IsHighSurrogate(rest[length - 1])) length--;
        var column = rest[..length];
        rest = rest[length..];
        return column;
    }
}
