using Community.Care.Suitability;
using FunctionsApp.Groups;
using FunctionsApp.Selling.Offers;

namespace FunctionsApp.Care.Suitability;

/// <summary>Reads what the groups of an assessment brought, with three reads a group.</summary>
public sealed class SuitabilityOutcomeReader(GroupStore groups, GroupSalesStore sales, TimeProvider clock)
{
    /// <summary>The comparison by now; null before groups are named.</summary>
    public async Task<SuitabilityOutcome?> ReadAsync(SuitabilityAssessment assessment)
    {
        if (assessment.GroupIds is []) return null;
        var now = clock.GetUtcNow();
        var read = await Task.WhenAll(assessment.GroupIds.Select(id => ReadAsync(assessment.Advice, id, now)));
        return SuitabilityOutcome.Compare(assessment.Advice, [.. read.OfType<GroupOutcome>()], now);
    }

    async Task<GroupOutcome?> ReadAsync(SuitabilityAdvice advice, string groupId, DateTimeOffset now)
    {
        if (await groups.LookUpAsync(groupId) is not { } group) return null;
        var members = await groups.AllMembersAsync(groupId);
        var joined = members.Count(member => member.JoinedAt is not null);
        return GroupOutcome.From(advice, group, joined, await sales.FindAsync(groupId), now);
    }
}
