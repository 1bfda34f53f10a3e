using Community.Acquisition.Posters;
using Community.Selling.Links;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Selling.Links;

/// <summary>Resolves links from memory, as long as there is room. Unknown codes are not kept: guesses would push out what is clicked.</summary>
public sealed class LinkCache(LinkStore links) : IDisposable
{
    const int MaxLinks = 100_000;

    readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MaxLinks });

    /// <summary>The link; null for text that is no link's code.</summary>
    public ValueTask<TrackedLink?> FindAsync(string text) =>
        known.TryGetValue<TrackedLink>(text, out var kept) ? new ValueTask<TrackedLink?>(kept) : new(ReadAsync(text));

    /// <inheritdoc />
    public void Dispose() => known.Dispose();

    async Task<TrackedLink?> ReadAsync(string text)
    {
        if (!JoinCode.IsWellFormed(text) || await links.FindAsync(text) is not { } link) return null;
        known.Set(text, link, new MemoryCacheEntryOptions { Size = 1 });
        return link;
    }
}
