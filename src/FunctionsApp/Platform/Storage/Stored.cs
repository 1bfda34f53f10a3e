using System.Text.Json;
using Azure;

namespace FunctionsApp.Platform.Storage;

/// <summary>A record as it was read; a later write with the ETag fails when the row changed.</summary>
public sealed record Stored<T>(string RowKey, T Value, ETag ETag, string? Fingerprint);

static class StoredExtensions
{
    /// <summary>The row with its document as a record, for rows of several kinds that are read together.</summary>
    public static Stored<T> As<T>(this Stored<JsonElement> row) =>
        new(row.RowKey, row.Value.Deserialize<T>(StoredJson.Options)!, row.ETag, row.Fingerprint);
}

/// <summary>One page of a list; null <paramref name="Continuation"/> at its end.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Continuation)
{
    /// <summary>The page with every item mapped.</summary>
    public Slice<TOther> Map<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Continuation);

    /// <summary>The page with the items that fulfil the condition, which may be none.</summary>
    public Slice<T> Where(Func<T, bool> condition) => this with { Items = [.. Items.Where(condition)] };
}

/// <summary>
/// Another writer, or an earlier try of this write whose answer was lost, changed the row. The caller reads and decides
/// again.
/// </summary>
public sealed class ConflictException(Exception inner) : Exception("The row changed since it was read.", inner);

/// <summary>The continuation is not from a list of this service.</summary>
public sealed class BadContinuationException(Exception? inner = null)
    : Exception("The continuation is not one that this list gave out.", inner);
