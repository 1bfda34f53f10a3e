using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Checks a new campaign against the stored groups and the platform's rules, and stores it.</summary>
public sealed class CampaignCreator(CampaignStore campaigns, GroupStore groups, TimeProvider clock)
{
    /// <summary>
    /// 400 for an end in the past, for a group that does not exist and for a text that breaks a rule without an
    /// acknowledgement.
    /// </summary>
    public async Task<CreationResult<Campaign>> CreateAsync(CreationRequest<CreateCampaignRequest> request)
    {
        var body = request.Body;
        // A repeat is answered even after the campaign has closed.
        if (body.ClosesAt <= clock.GetUtcNow() && await campaigns.FindAsync(request.Id) is null)
            return CreationResult.Refuse<Campaign>(Problems.Invalid("closesAt", "must be in the future."));
        if (await FindUnknownGroupAsync(body.GroupIds!) is { } unknown) return UnknownGroup("groupIds", unknown);
        if (body.Target?.GroupId is { } target && await groups.FindAsync(target) is null)
            return UnknownGroup("target.groupId", target);
        var campaign = body.ToCampaign(request.Id, clock.GetUtcNow());
        return ComplianceProblems.Find(campaign) is { } problem
            ? CreationResult.Refuse<Campaign>(problem)
            : CreationResult.From(await campaigns.CreateAsync(campaign, request.Fingerprint));
    }

    static CreationResult<Campaign> UnknownGroup(string field, string groupId) =>
        CreationResult.Refuse<Campaign>(Problems.Invalid(field, $"there is no group {groupId}."));

    async Task<string?> FindUnknownGroupAsync(IReadOnlyList<string> ids)
    {
        var found = await Task.WhenAll(ids.Select(groups.FindAsync));
        return ids.Zip(found).FirstOrDefault(pair => pair.Second is null).First;
    }
}
