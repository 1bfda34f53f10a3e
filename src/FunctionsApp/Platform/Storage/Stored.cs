using Azure;

namespace FunctionsApp.Platform.Storage;

/// <summary>A record as it was read, with the ETag that a later write must still find.</summary>
public sealed record Stored<T>(string RowKey, T Value, ETag ETag, string? Fingerprint);

/// <summary>One page of a list; null <paramref name="Continuation"/> at its end.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Continuation)
{
    /// <summary>The same page of something else.</summary>
    public Slice<TOther> Map<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Continuation);
}

/// <summary>Somebody else wrote first (or this write's own first try did, and its answer was lost): read again and decide again.</summary>
public sealed class ConflictException(Exception inner) : Exception("The row changed since it was read.", inner);

/// <summary>The continuation is not one that a list of this service gave out.</summary>
public sealed class BadContinuationException(Exception inner) : Exception("The continuation is not one that this list gave out.", inner);
