using Community.Platform;
using Community.Selling.Offers;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Selling.Links;

/// <summary>
/// How many members whom a campaign's codes brought followed a link of their own. The link of a group does not tell who
/// clicked, so its clicks are no part of this. A transaction adds a mark for the member, so each counts once.
/// </summary>
public sealed class CampaignClickStore(OffersTable table, GroupStore groups, CodeCache codes, KeyedLock locks)
{
    const string CountRow = "clickers";
    const string MarkPrefix = "clicker-";

    /// <summary>
    /// Counts the member in the campaign by whose code they joined the group of the link; a repeat changes nothing.
    /// </summary>
    public async Task RecordAsync(string groupId, string memberId)
    {
        if (await groups.FindMemberAsync(groupId, memberId) is not { Code: { } text }) return;
        if (await codes.ResolveAsync(text) is not { } code) return;
        var partition = PartitionOf(code.CampaignId);
        await locks.RunAsync(partition, () => table.RetryAsync(() => AddOnceAsync(partition, memberId)));
    }

    /// <summary>The number of members.</summary>
    public async Task<int> CountAsync(string campaignId) =>
        (await table.FindAsync<int>(PartitionOf(campaignId), CountRow))?.Value ?? 0;

    async Task<bool> AddOnceAsync(string partition, string memberId)
    {
        var mark = MarkPrefix + EffectKey.Digest(memberId);
        if (await table.FindAsync<string>(partition, mark) is not null) return false;
        var count = await table.FindAsync<int>(partition, CountRow);
        await table.CommitAsync(
            Row.Add(partition, mark, memberId), Row.Write(partition, CountRow, (count?.Value ?? 0) + 1, count));
        return true;
    }

    static string PartitionOf(string campaignId) => new OfferReference(OfferKind.Campaign, campaignId).Key;
}
