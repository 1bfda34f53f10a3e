using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Acquisition.Codes;

/// <summary>What a code leads to now: its campaign as it was read at most <see cref="CodeCache.Freshness"/> ago.</summary>
public sealed record CodeTarget(JoinCode Code, Campaign Campaign);

/// <summary>
/// Resolves codes from memory. A code never changes, so it is kept as long as there is room; a campaign may be extended or stopped, so
/// it is read again after a moment. Unknown codes are not kept: guesses would push out what is scanned.
/// </summary>
public sealed class CodeCache(PosterStore posters, CampaignStore campaigns, TimeProvider clock) : IDisposable
{
    /// <summary>How old a campaign may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    const int MaxCodes = 200_000;

    readonly MemoryCache codes = new(new MemoryCacheOptions { SizeLimit = MaxCodes });
    readonly MemoryCache fresh = new(new MemoryCacheOptions { SizeLimit = MaxCodes });

    /// <summary>The target; null for a code that leads nowhere.</summary>
    public ValueTask<CodeTarget?> FindAsync(string text) =>
        fresh.TryGetValue<CacheEntry>(text, out var kept) && kept!.Until > clock.GetUtcNow() ? new ValueTask<CodeTarget?>(kept.Target) : new(ReadAsync(text));

    /// <inheritdoc />
    public void Dispose()
    {
        codes.Dispose();
        fresh.Dispose();
    }

    async Task<CodeTarget?> ReadAsync(string text)
    {
        if (await ResolveAsync(text) is not { } code || await campaigns.FindAsync(code.CampaignId) is not { } campaign) return null;
        var target = new CodeTarget(code, campaign.Value);
        Add(fresh, text, new CacheEntry(target, clock.GetUtcNow() + Freshness));
        return target;
    }

    /// <summary>The code itself; null for text that is none.</summary>
    public async Task<JoinCode?> ResolveAsync(string text)
    {
        if (!JoinCode.IsWellFormed(text)) return null;
        if (codes.TryGetValue<JoinCode>(text, out var kept)) return kept;
        if (await posters.FindCodeAsync(text) is not { } code) return null;
        Add(codes, text, code);
        return code;
    }

    static void Add<T>(MemoryCache cache, string key, T value) => cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1 });

    sealed record CacheEntry(CodeTarget Target, DateTimeOffset Until);
}
