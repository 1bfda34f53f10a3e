using Community.Acquisition.Campaigns;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>
/// Campaigns as they were at most <see cref="Freshness"/> ago, for joins and scans, which read a campaign each time.
/// </summary>
public sealed class CampaignCache(TimeProvider clock) : IDisposable
{
    /// <summary>The longest age of an entry. A sweep after an edit starts later than this.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    const int MaxCampaigns = 10_000;

    readonly ReadCache<Campaign> campaigns = new(MaxCampaigns, clock, Freshness);

    /// <summary>
    /// The campaign, from <paramref name="read"/> when the entry is missing or too old; null when there is none.
    /// </summary>
    public ValueTask<Campaign?> FindAsync(string campaignId, Func<string, Task<Campaign?>> read) =>
        campaigns.FindAsync(campaignId, read);

    /// <summary>Removes the entry after a change of the campaign in this process.</summary>
    public void Forget(string campaignId) => campaigns.Forget(campaignId);

    public void Dispose() => campaigns.Dispose();
}
