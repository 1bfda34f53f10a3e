using Community.Acquisition;
using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Checks a new campaign against the stored groups and the platform's rules, and stores it.</summary>
public sealed class CampaignCreator(
    CampaignStore campaigns, CampaignGroupService campaignGroups, GroupStore groups, TimeProvider clock)
{
    /// <summary>
    /// 400 for an end in the past, for a group that does not exist and for a text that breaks a rule without an
    /// acknowledgement.
    /// </summary>
    public async Task<CreationResult<Campaign>> CreateAsync(CreationRequest<CreateCampaignRequest> request)
    {
        var campaign = request.Body.ToCampaign(request.Id, clock.GetUtcNow());
        // A repeat is answered even after the campaign has closed.
        var isRepeat = await campaigns.FindAsync(request.Id) is not null;
        return await FindProblemAsync(campaign, groups.LookUpAsync, isRepeat) is { } problem
            ? CreationResult.Refuse<Campaign>(problem)
            : CreationResult.From(await campaigns.CreateAsync(campaign, request.Fingerprint));
    }

    /// <summary>
    /// The problem of a new campaign, which <see cref="CreateAsync"/> names; null when it may be stored. A repeat may
    /// have closed.
    /// </summary>
    public async Task<IResult?> FindProblemAsync(Campaign campaign, GroupLookup lookUp, bool isRepeat = false)
    {
        if (!isRepeat && campaign.ClosesAt <= clock.GetUtcNow())
            return Problems.Invalid("closesAt", "must be in the future.");
        if (await FindUnknownGroupAsync(campaign.GroupIds, lookUp) is { } unknown)
            return UnknownGroup("groupIds", unknown);
        if (campaign.Target?.GroupId is { } target && await lookUp(target) is null)
            return UnknownGroup("target.groupId", target);
        return ComplianceProblems.Find(campaign);
    }

    /// <summary>
    /// Adds a stored campaign to its groups and opens a live one; the caller performs the result, which starts it.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> FollowAsync(Campaign campaign)
    {
        var now = clock.GetUtcNow();
        await campaigns.AddToGroupsAsync(campaign);
        await campaignGroups.EnsureLiveGroupAsync(campaign, now);
        return new DurableAction.Start(
            nameof(CampaignOrchestrator),
            AcquisitionInstanceIds.Campaign(campaign.Id),
            new CampaignReference(campaign.Id, ReconsideredRevision: 0)).UnlessOld(campaign.CreatedAt, now);
    }

    static IResult UnknownGroup(string field, string groupId) =>
        Problems.Invalid(field, $"there is no group {groupId}.");

    static async Task<string?> FindUnknownGroupAsync(IReadOnlyList<string> ids, GroupLookup lookUp)
    {
        var found = await Task.WhenAll(ids.Select(id => lookUp(id)));
        return ids.Zip(found).FirstOrDefault(pair => pair.Second is null).First;
    }
}
