using FunctionsApp.Transfer.Documents;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>The people of each campaign and of each group that no campaign fills.</summary>
sealed record PeopleShares(
    IReadOnlyList<(CampaignItem Campaign, PeopleRange People)> Campaigns,
    IReadOnlyList<(GroupItem Group, PeopleRange People)> Groups)
{
    /// <summary>Divides people by the places of the groups, in the order of the document.</summary>
    public static PeopleShares Of(RehearsedPlans plans, int members)
    {
        var filled = new HashSet<string>(
            plans.Campaigns.SelectMany(campaign => campaign.GroupIds ?? []), StringComparer.Ordinal);
        List<(CampaignItem, PeopleRange)> campaigns = [];
        List<(GroupItem, PeopleRange)> groups = [];
        List<(int Places, Action<PeopleRange> Add)> takers =
        [
            .. plans.Campaigns.Select(campaign => (
                (campaign.GroupIds ?? []).Sum(id => plans.FindGroup(id)?.Capacity ?? 0),
                (Action<PeopleRange>)(people => campaigns.Add((campaign, people))))),
            .. plans.Groups.Where(group => !filled.Contains(group.Id!)).Select(group => (
                group.Capacity ?? 0,
                (Action<PeopleRange>)(people => groups.Add((group, people))))),
        ];
        var (places, taken, first) = (Math.Max(1, takers.Sum(taker => taker.Places)), 0, 0);
        foreach (var (own, add) in takers)
        {
            taken += own;
            var end = (int)((long)members * taken / places);
            add(new PeopleRange(first, end - first));
            first = end;
        }

        return new PeopleShares(campaigns, groups);
    }
}
