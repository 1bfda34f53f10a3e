using Community.Acquisition.Campaigns;
using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>Campaigns and their reports, in a partition for each campaign.</summary>
public sealed class CampaignStore(
    CampaignsTable table,
    IdCatalog catalog,
    KeyedLock locks,
    GroupStore groups,
    CampaignCache cache,
    ScanEntry scanEntry)
{
    /// <summary>The kind of campaigns in <see cref="IdCatalog"/>.</summary>
    public const string CatalogKind = "campaigns";

    const string CampaignRow = "campaign";
    const string ReportRow = "report";

    readonly DecidedDocument<Campaign, CampaignCommand, CampaignEvent> documents =
        new(table, catalog, locks, new(CatalogKind, CampaignRow, CampaignRules.Decide, CampaignRules.Evolve));

    /// <summary>The campaign; null when there is none.</summary>
    public Task<Stored<Campaign>?> FindAsync(string campaignId) => documents.FindAsync(campaignId);

    /// <summary>
    /// The campaign as it was at most <see cref="CampaignCache.Freshness"/> ago; null when there is none.
    /// </summary>
    public ValueTask<Campaign?> FindRecentAsync(string campaignId) =>
        cache.FindAsync(campaignId, async id => (await FindAsync(id))?.Value);

    /// <summary>Stores a new campaign. The result is false and the stored campaign when the id is taken.</summary>
    public Task<(bool IsNew, Stored<Campaign> Document)> CreateAsync(Campaign campaign, string fingerprint) =>
        documents.CreateAsync(campaign.Id, campaign, fingerprint);

    /// <summary>Adds a stored campaign to its groups; a repeat changes nothing.</summary>
    public Task AddToGroupsAsync(Campaign campaign) =>
        Task.WhenAll(campaign.AllGroupIds().Select(group => groups.AddCampaignAsync(group, campaign.Id)));

    /// <summary>One page of campaigns in order of id.</summary>
    public Task<Slice<Campaign>> PageAsync(int size, string? continuation) => documents.PageAsync(size, continuation);

    /// <summary>
    /// The first group that takes members, from the live one on and then from the first; null when every group is full
    /// or closed. Where people scan, a group takes none once the platform ends entry by scan.
    /// </summary>
    public async Task<Group?> FindLiveGroupAsync(Campaign campaign)
    {
        foreach (var id in campaign.GroupIdsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: var group } && TakesMembers(campaign, group)) return group;
        }

        return null;
    }

    /// <summary>True while the campaign can bring members into the group.</summary>
    public bool TakesMembers(Campaign campaign, Group group) =>
        campaign.Mode is CampaignMode.PosterShare ? scanEntry.IsOpen(group) : group.TakesMembers;

    /// <summary>Decides on the campaign and stores the result; null when there is no such campaign.</summary>
    public async Task<Decided<Campaign, CampaignEvent>?> DecideAsync(
        string campaignId, CampaignCommand command, ExpectedVersion? expected = null)
    {
        var decided = await documents.DecideAsync(campaignId, command, expected);
        cache.Forget(campaignId);
        return decided;
    }

    /// <summary>The final report; null until the campaign has settled.</summary>
    public async Task<CampaignReport?> FindReportAsync(string campaignId) =>
        (await table.FindAsync<CampaignReport>(campaignId, ReportRow))?.Value;

    public Task WriteReportAsync(string campaignId, CampaignReport report) =>
        table.CommitAsync(Row.Put(campaignId, ReportRow, report));
}
