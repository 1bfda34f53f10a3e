using Community.Acquisition.Campaigns;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>
/// Campaigns as they were at most <see cref="Freshness"/> ago, for joins, which read a campaign each time.
/// </summary>
public sealed class CampaignCache(TimeProvider clock) : IDisposable
{
    /// <summary>The longest age of an entry. A sweep after an edit starts later than this.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    const int MaxCampaigns = 10_000;

    readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MaxCampaigns });

    /// <summary>
    /// The campaign, from <paramref name="read"/> when the entry is missing or too old; null when there is none. A
    /// missing campaign is not cached.
    /// </summary>
    public async ValueTask<Campaign?> FindAsync(string campaignId, Func<Task<Campaign?>> read)
    {
        if (entries.TryGetValue<CacheEntry>(campaignId, out var entry) && entry!.ExpiresAt > clock.GetUtcNow())
            return entry.Campaign;
        if (await read() is not { } campaign) return null;
        var fresh = new CacheEntry(campaign, clock.GetUtcNow() + Freshness);
        entries.Set(campaignId, fresh, new MemoryCacheEntryOptions { Size = 1 });
        return campaign;
    }

    /// <summary>Removes the entry after a change of the campaign in this process.</summary>
    public void Forget(string campaignId) => entries.Remove(campaignId);

    public void Dispose() => entries.Dispose();

    sealed record CacheEntry(Campaign Campaign, DateTimeOffset ExpiresAt);
}
