using Community.Acquisition.Campaigns;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>Campaigns: one partition each.</summary>
public sealed class CampaignStore(CampaignsTable table, IdCatalog catalog, GroupStore groups, CampaignCache cache)
{
    const string Kind = "campaigns";
    const string CampaignRow = "campaign";
    const string ReportRow = "report";

    /// <summary>The campaign; null when there is none.</summary>
    public Task<Stored<Campaign>?> FindAsync(string campaignId) => table.FindAsync<Campaign>(campaignId, CampaignRow);

    /// <summary>The campaign as it was a moment ago; null when there is none.</summary>
    public ValueTask<Campaign?> RecentAsync(string campaignId) => cache.FindAsync(campaignId, async () => (await FindAsync(campaignId))?.Value);

    /// <summary>Stores a new campaign and tells its groups; false, and the campaign that stands, when the id is taken.</summary>
    public async Task<(bool Made, Stored<Campaign> Campaign)> CreateAsync(Campaign campaign, string fingerprint)
    {
        await catalog.AddAsync(Kind, campaign.Id);
        var made = await table.TryAddAsync(Row.Add(campaign.Id, CampaignRow, campaign, fingerprint));
        var stands = (await FindAsync(campaign.Id))!;
        if (stands.Fingerprint == fingerprint) await Task.WhenAll(campaign.Groups().Select(group => groups.AddCampaignAsync(group, campaign.Id)));
        return (made, stands);
    }

    /// <summary>One page of campaigns, in order of id.</summary>
    public Task<Slice<Campaign>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>The first group that takes members, from the live one on and then from the first; null when every group is full or closed.</summary>
    public async Task<Group?> LiveGroupAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupsFromLive())
        {
            if (await groups.FindAsync(id) is { Value.TakesMembers: true } group) return group.Value;
        }

        return null;
    }

    /// <summary>Has the search for a place begin at this group from now on.</summary>
    public Task SetLiveGroupAsync(string campaignId, string groupId) => table.RetryAsync(async () =>
    {
        if (await FindAsync(campaignId) is not { } read) return false;
        var index = read.Value.GroupIds.ToList().IndexOf(groupId);
        if (index < 0 || index == read.Value.LiveGroup) return false;
        await table.CommitAsync(Row.Write(campaignId, CampaignRow, read.Value with { LiveGroup = index }, read));
        return true;
    });

    /// <summary>Decides on the campaign and stores what came of it; null when there is no such campaign.</summary>
    public Task<(Campaign After, IReadOnlyList<CampaignEvent> Events)?> DecideAsync(string campaignId, CampaignCommand command) =>
        table.RetryAsync<(Campaign, IReadOnlyList<CampaignEvent>)?>(async () =>
        {
            if (await FindAsync(campaignId) is not { } read) return null;
            var events = CampaignRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, CampaignRules.Evolve);
            if (!ReferenceEquals(after, read.Value)) await table.CommitAsync(Row.Write(campaignId, CampaignRow, after, read));
            cache.Forget(campaignId);
            return (after, events);
        });

    /// <summary>The campaign's final report; null until it has settled.</summary>
    public async Task<CampaignReport?> ReportAsync(string campaignId) => (await table.FindAsync<CampaignReport>(campaignId, ReportRow))?.Value;

    /// <summary>Writes the final report.</summary>
    public Task WriteReportAsync(string campaignId, CampaignReport report) => table.CommitAsync(Row.Put(campaignId, ReportRow, report));
}
