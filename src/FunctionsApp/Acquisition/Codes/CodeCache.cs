using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Acquisition.Codes;

/// <summary>A code and its campaign, as it was at most <see cref="CodeCache.Freshness"/> ago.</summary>
public sealed record CodeTarget(JoinCode Code, Campaign Campaign);

/// <summary>
/// Resolves codes from memory. A code never changes and is kept; a campaign may be edited or cancelled and is read
/// again. Unknown codes are not kept, because guessed codes would displace valid ones.
/// </summary>
public sealed class CodeCache(PosterStore posters, CampaignStore campaigns, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    const int MaxCodes = 200_000;

    readonly MemoryCache codes = new(new MemoryCacheOptions { SizeLimit = MaxCodes });
    readonly MemoryCache targets = new(new MemoryCacheOptions { SizeLimit = MaxCodes });

    /// <summary>The target; null for an unknown code.</summary>
    public ValueTask<CodeTarget?> FindAsync(string text) =>
        targets.TryGetValue<CacheEntry>(text, out var entry) && entry!.ExpiresAt > clock.GetUtcNow()
            ? new ValueTask<CodeTarget?>(entry.Target)
            : new(ReadAsync(text));

    /// <summary>The code without its campaign; null for an unknown code.</summary>
    public async Task<JoinCode?> ResolveAsync(string text)
    {
        if (!JoinCode.IsWellFormed(text)) return null;
        if (codes.TryGetValue<JoinCode>(text, out var cached)) return cached;
        if (await posters.FindCodeAsync(text) is not { } code) return null;
        Add(codes, text, code);
        return code;
    }

    public void Dispose()
    {
        codes.Dispose();
        targets.Dispose();
    }

    static void Add<T>(MemoryCache cache, string key, T value) =>
        cache.Set(key, value, new MemoryCacheEntryOptions { Size = 1 });

    async Task<CodeTarget?> ReadAsync(string text)
    {
        if (await ResolveAsync(text) is not { } code) return null;
        if (await campaigns.FindAsync(code.CampaignId) is not { } campaign) return null;
        var target = new CodeTarget(code, campaign.Value);
        Add(targets, text, new CacheEntry(target, clock.GetUtcNow() + Freshness));
        return target;
    }

    sealed record CacheEntry(CodeTarget Target, DateTimeOffset ExpiresAt);
}
