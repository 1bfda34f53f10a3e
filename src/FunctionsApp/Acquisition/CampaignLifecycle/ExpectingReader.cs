using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>A group of a campaign with those who came, brought nobody and are still there.</summary>
public sealed record ExpectingGroup(Group Group, IReadOnlyList<Member> Members);

/// <summary>Reads who still expects something of a campaign's groups.</summary>
public sealed class ExpectingReader(GroupStore groups, StandingStore standings)
{
    /// <summary>
    /// These groups in their order; one that is gone is left out. It takes one request for each group with its members,
    /// and at most one for each newcomer, whatever the number of participants.
    /// </summary>
    public async Task<IReadOnlyList<ExpectingGroup>> FindAsync(Campaign campaign, IEnumerable<string> groupIds)
    {
        var read = await Task.WhenAll(groupIds.Select(groups.FindWithMembersAsync));
        var alive = read
            .Where(each => each.Group is { IsAlive: true })
            .Select(each => (Group: each.Group!, Newcomers: ExpectingRules.FindNewcomers(campaign, each.Members)))
            .ToList();
        var ids = alive
            .SelectMany(each => each.Newcomers)
            .Select(member => member.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        var sharers = await standings.FindSharersAsync(campaign.Id, ids);
        return [.. alive.Select(each => new ExpectingGroup(each.Group, ExpectingRules.Find(each.Newcomers, sharers)))];
    }
}
