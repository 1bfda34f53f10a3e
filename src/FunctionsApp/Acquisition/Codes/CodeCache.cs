using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Codes;

/// <summary>A code and its campaign, as it was at most <see cref="CampaignCache.Freshness"/> ago.</summary>
public sealed record CodeTarget(JoinCode Code, Campaign Campaign);

/// <summary>Resolves codes from memory. A code never changes and is kept; its campaign may change.</summary>
public sealed class CodeCache(PosterStore posters, CampaignStore campaigns, TimeProvider clock) : IDisposable
{
    const int MaxCodes = 200_000;

    readonly ReadCache<JoinCode> codes = new(MaxCodes, clock);

    /// <summary>The target; null for an unknown code.</summary>
    public async ValueTask<CodeTarget?> FindAsync(string text) =>
        await ResolveAsync(text) is { } code && await campaigns.FindRecentAsync(code.CampaignId) is { } campaign
            ? new CodeTarget(code, campaign)
            : null;

    /// <summary>The code without its campaign; null for an unknown code.</summary>
    public ValueTask<JoinCode?> ResolveAsync(string text) => JoinCode.IsWellFormed(text)
        ? codes.FindAsync(text, posters.FindCodeAsync)
        : default;

    public void Dispose() => codes.Dispose();
}
