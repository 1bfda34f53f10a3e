using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Keeps values that were read from storage in memory: at most <paramref name="maxEntries"/> of them, for
/// <paramref name="maxAge"/> (null: without an end). Missing values are not kept, because guessed keys would displace
/// those in use.
/// </summary>
public sealed class ReadCache<T>(int maxEntries, TimeProvider clock, TimeSpan? maxAge = null) : IDisposable
    where T : class
{
    readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = maxEntries });

    /// <summary>
    /// The value; from <paramref name="read"/> when none is kept or it is too old. Null when there is none.
    /// </summary>
    public ValueTask<T?> FindAsync(string key, Func<string, Task<T?>> read) =>
        entries.TryGetValue<Entry>(key, out var entry) && IsFresh(entry!)
            ? new ValueTask<T?>(entry!.Value)
            : new(ReadAsync(key, read));

    /// <summary>Removes the value after it was changed in this process.</summary>
    public void Forget(string key) => entries.Remove(key);

    /// <inheritdoc />
    public void Dispose() => entries.Dispose();

    bool IsFresh(Entry entry)
    {
        if (maxAge is null) return true;
        // The age is negative when the clock was set back; how old the entry is cannot be known then.
        var age = clock.GetUtcNow() - entry.ReadAt;
        return age >= TimeSpan.Zero && age < maxAge;
    }

    async Task<T?> ReadAsync(string key, Func<string, Task<T?>> read)
    {
        if (await read(key) is not { } value) return null;
        entries.Set(key, new Entry(value, clock.GetUtcNow()), new MemoryCacheEntryOptions { Size = 1 });
        return value;
    }

    sealed record Entry(T Value, DateTimeOffset ReadAt);
}
