using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Groups.Members;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>A group of a campaign with those who came, brought nobody and are still there.</summary>
public sealed record ExpectingGroup(Group Group, IReadOnlyList<Member> Members);

/// <summary>
/// Reads who still expects something of a campaign's groups: one request for each 100 participants, and one for each
/// group with its members.
/// </summary>
public sealed class ExpectingReader(GroupStore groups, StandingStore standings)
{
    /// <summary>The ids of members who brought somebody.</summary>
    public async Task<IReadOnlySet<string>> SharersAsync(Campaign campaign)
    {
        var all = await Pages.ReadAllAsync(
            (size, continuation) => standings.PageAsync(campaign.Id, size, continuation));
        return all
            .Where(standing => standing.Joins > 0)
            .Select(standing => standing.MemberId)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>One group; null when it is gone.</summary>
    public async Task<ExpectingGroup?> FindAsync(Campaign campaign, string groupId, IReadOnlySet<string> sharers)
    {
        var (group, members) = await groups.FindWithMembersAsync(groupId);
        return group is { IsAlive: true }
            ? new ExpectingGroup(group, ExpectingRules.Find(campaign, members, sharers))
            : null;
    }
}
