using Community.Acquisition.Campaigns;
using Microsoft.Extensions.Caching.Memory;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>Campaigns as they were read at most <see cref="Freshness"/> ago: what a join asks for each time changes at the pace of people.</summary>
public sealed class CampaignCache(TimeProvider clock) : IDisposable
{
    /// <summary>How old a campaign may be. Whatever reconsiders the standings after an edit begins later than that.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    const int MaxCampaigns = 10_000;

    readonly MemoryCache fresh = new(new MemoryCacheOptions { SizeLimit = MaxCampaigns });

    /// <summary>The campaign, read where what is kept is too old; null when there is none, which is never kept.</summary>
    public async ValueTask<Campaign?> FindAsync(string campaignId, Func<Task<Campaign?>> read)
    {
        if (fresh.TryGetValue<CacheEntry>(campaignId, out var kept) && kept!.Until > clock.GetUtcNow()) return kept.Campaign;
        var campaign = await read();
        if (campaign is not null) fresh.Set(campaignId, new CacheEntry(campaign, clock.GetUtcNow() + Freshness), new MemoryCacheEntryOptions { Size = 1 });
        return campaign;
    }

    /// <summary>It was changed here: what is kept of it is wrong.</summary>
    public void Forget(string campaignId) => fresh.Remove(campaignId);

    /// <inheritdoc />
    public void Dispose() => fresh.Dispose();

    sealed record CacheEntry(Campaign Campaign, DateTimeOffset Until);
}
