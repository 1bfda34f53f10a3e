using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Groups;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// The campaign after an edit, or the problem of the edit; both are null when there is no such campaign.
/// </summary>
public sealed record CampaignEditResult(Campaign? Campaign, IResult? Problem)
{
    public static CampaignEditResult Unknown { get; } = new(Campaign: null, Problem: null);

    public static CampaignEditResult Refuse(IResult problem) => new(Campaign: null, problem);
}

/// <summary>Edits campaigns and leads their codes to groups that are added.</summary>
public sealed class CampaignEditor(CampaignStore campaigns, GroupStore groups, CampaignGroupService campaignGroups)
{
    /// <summary>Stores the edit. A repeat completes the work of an earlier attempt.</summary>
    public async Task<CampaignEditResult> EditAsync(
        string campaignId, CampaignCommand.Edit edit, ExpectedVersion? expected)
    {
        if (await campaigns.FindAsync(campaignId) is not { Value: var before }) return CampaignEditResult.Unknown;
        expected?.Verify(before);
        if (await FindProblemAsync(before, edit) is { } problem) return CampaignEditResult.Refuse(problem);
        // Joins in a new group must reach the campaign from the moment at which its code leads there.
        await Task.WhenAll(Added(before, edit).Select(group => groups.AddCampaignAsync(group, campaignId)));
        if (await campaigns.DecideAsync(campaignId, edit, expected) is not var (after, events))
            return CampaignEditResult.Unknown;
        if (events is [CampaignEvent.Refused refused])
            return CampaignEditResult.Refuse(Problems.From(refused.Refusal));
        if (edit.GroupIds is not null) await campaignGroups.FollowAddedGroupsAsync(after, edit.At);
        return new CampaignEditResult(after, Problem: null);
    }

    /// <summary>
    /// Tells the orchestration that the campaign changed. It follows the write, because the orchestration reads the
    /// campaign when the event arrives.
    /// </summary>
    public static DurableAction.Raise Changed(string campaignId) =>
        new(AcquisitionInstanceIds.Campaign(campaignId), WorkflowEvents.Edit, "");

    static IEnumerable<string> Added(Campaign campaign, CampaignCommand.Edit edit) =>
        (edit.GroupIds ?? []).Except(campaign.GroupIds, StringComparer.Ordinal);

    async Task<IResult?> FindProblemAsync(Campaign before, CampaignCommand.Edit edit)
    {
        var events = CampaignRules.Decide(edit, before);
        if (events is [CampaignEvent.Refused refused]) return Problems.From(refused.Refusal);
        var edited = events.Aggregate(before, CampaignRules.Evolve);
        return ComplianceProblems.Find(edited) ?? await FindGroupProblemAsync(Added(before, edit).ToList());
    }

    async Task<IResult?> FindGroupProblemAsync(IReadOnlyList<string> added)
    {
        var found = await Task.WhenAll(added.Select(groups.FindAsync));
        return added.Zip(found, DescribeFault).FirstOrDefault(fault => fault is not null) is { } fault
            ? Problems.Invalid("groupIds", fault)
            : null;
    }

    static string? DescribeFault(string id, Stored<Group>? group) => group?.Value.IsAlive switch
    {
        null => $"there is no group {id}.",
        false => $"the group {id} is dissolved.",
        true => null,
    };
}
