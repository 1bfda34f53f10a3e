using Community.Acquisition.Posters;
using Community.Selling.Links;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Links;

/// <summary>Keeps links in memory up to a limit.</summary>
public sealed class LinkCache(LinkStore links, TimeProvider clock) : IDisposable
{
    const int MaxLinks = 100_000;

    readonly ReadCache<TrackedLink> cache = new(MaxLinks, clock);

    /// <summary>The link with this code; null when there is none.</summary>
    public ValueTask<TrackedLink?> FindAsync(string code) => JoinCode.IsWellFormed(code)
        ? cache.FindAsync(code, links.FindAsync)
        : default;

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();
}
