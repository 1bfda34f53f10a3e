using Community.Acquisition.Posters;
using Community.Selling.Links;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// Keeps links in memory up to a limit. Unknown codes are not kept, because guessed codes would displace links in use.
/// </summary>
public sealed class LinkCache(LinkStore links) : IDisposable
{
    const int MaxLinks = 100_000;

    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxLinks });

    /// <summary>The link with this code; null when there is none.</summary>
    public ValueTask<TrackedLink?> FindAsync(string code) =>
        cache.TryGetValue<TrackedLink>(code, out var link) ? new ValueTask<TrackedLink?>(link) : new(ReadAsync(code));

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();

    async Task<TrackedLink?> ReadAsync(string code)
    {
        if (!JoinCode.IsWellFormed(code) || await links.FindAsync(code) is not { } link) return null;
        cache.Set(code, link, new MemoryCacheEntryOptions { Size = 1 });
        return link;
    }
}
