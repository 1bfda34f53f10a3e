using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Acquisition drives (裂变活动).</summary>
public sealed class CampaignEndpoints(
    CampaignStore campaigns,
    GroupStore groups,
    CampaignGroupService campaignGroups,
    StandingStore standings,
    Creation creation,
    IValidator<CreateCampaignRequest> rules,
    IValidator<EditCampaignRequest> editRules,
    TimeProvider clock)
{
    /// <summary>
    /// 201 with the campaign; 200 for a repeat; 400 when a group does not exist, or a text pays for sharing and nobody answers for it by name; 409 when
    /// the id stands for another campaign.
    /// </summary>
    [Function("CreateCampaign")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, rules);
        if (body.Problem is not null) return body.Problem;
        if (await UnknownGroupAsync(body.Value!.GroupIds!) is { } unknown) return Problems.Invalid("groupIds", $"there is no group {unknown}.");
        if (body.Value.Target is { GroupId: { } target } && await groups.FindAsync(target) is null)
            return Problems.Invalid("target.groupId", $"there is no group {target}.");
        var wanted = body.Value.ToCampaign(creation.IdFor(request, body.Value.Id), clock.GetUtcNow());
        if (wanted is { Findings.Count: > 0, Acknowledgement: null }) return Forbidden(wanted.Findings);
        var fingerprint = Creation.Fingerprint(body.Value);
        var (made, campaign) = await campaigns.CreateAsync(wanted, fingerprint);
        if (campaign.Fingerprint == fingerprint)
        {
            await durable.PerformAsync(await campaignGroups.EnsureLiveGroupAsync(campaign.Value, clock.GetUtcNow()));
            await durable.EnsureStartedAsync(nameof(CampaignOrchestrator), AcquisitionInstanceIds.Campaign(wanted.Id), new CampaignReference(wanted.Id, Considered: 0));
        }

        var view = await ViewAsync(campaign.Value);
        return Creation.Respond(request.HttpContext.Response, $"/api/campaigns/{campaign.Value.Id}", view, made, campaign.Fingerprint == fingerprint);
    }

    /// <summary>Campaigns by pages, in order of id, without their figures.</summary>
    [Function("ListCampaigns")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) => (await campaigns.PageAsync(size, continuation)).Map(campaign =>
            CampaignView.From(campaign, campaign.At(clock.GetUtcNow()), null, null)));

    /// <summary>One campaign; 404 when there is none.</summary>
    [Function("GetCampaign")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is { } campaign
            ? ApiJson.Json(await ViewAsync(campaign.Value))
            : Problems.NotFound($"There is no campaign {campaignId}.");

    /// <summary>
    /// The campaign with another closing instant or other tiers; what was granted under the old ones stays granted, and everyone's standing is looked at
    /// again. 409 once it is over.
    /// </summary>
    [Function("EditCampaign")]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Function, "patch", Route = "api/campaigns/{campaignId}")] HttpRequest request,
        string campaignId,
        [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, editRules);
        if (body.Problem is not null) return body.Problem;
        if (await campaigns.FindAsync(campaignId) is not { Value: var campaign }) return Problems.NotFound($"There is no campaign {campaignId}.");
        IReadOnlyList<(int, RewardTerms)>? tiers = body.Value!.Tiers is { } given ? [.. given.Select(tier => tier.ToTier())] : null;
        var edit = new CampaignCommand.Edit(body.Value.ClosesAt, tiers, clock.GetUtcNow());
        var wanted = CampaignRules.Decide(edit, campaign).Aggregate(campaign, CampaignRules.Evolve);
        if (wanted is { Findings.Count: > 0, Acknowledgement: null }) return Forbidden(wanted.Findings);
        return await DecideAsync(campaignId, edit, durable);
    }

    /// <summary>Stops the campaign now; grace periods run on, then it settles. 409 once it is over.</summary>
    [Function("CancelCampaign")]
    public Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns/{campaignId}/cancel")] HttpRequest request,
        string campaignId,
        [DurableClient] DurableTaskClient durable) => DecideAsync(campaignId, new CampaignCommand.Cancel(clock.GetUtcNow()), durable);

    // Stored first, told after: the sequence reads the campaign again whenever it wakes.
    async Task<IResult> DecideAsync(string campaignId, CampaignCommand command, DurableTaskClient durable)
    {
        if (await campaigns.DecideAsync(campaignId, command) is not var (after, events)) return Problems.NotFound($"There is no campaign {campaignId}.");
        if (events is [CampaignEvent.Refused refused])
            return refused.Field == "state" ? Problems.Conflict($"{refused.Reason}.") : Problems.Invalid(refused.Field, refused.Reason);
        await durable.RaiseEventAsync(AcquisitionInstanceIds.Campaign(campaignId), WorkflowEvents.Edit, "");
        return ApiJson.Json(await ViewAsync(after));
    }

    async Task<string?> UnknownGroupAsync(IReadOnlyList<string> ids)
    {
        var found = await Task.WhenAll(ids.Select(groups.FindAsync));
        return ids.Zip(found).FirstOrDefault(pair => pair.Second is null).First;
    }

    async Task<CampaignView> ViewAsync(Campaign campaign) =>
        CampaignView.From(campaign, campaign.At(clock.GetUtcNow()), await standings.TotalsAsync(campaign.Id), await campaigns.ReportAsync(campaign.Id));

    static IResult Forbidden(IEnumerable<Finding> findings) => Problems.Invalid(findings
        .GroupBy(finding => finding.Field, StringComparer.Ordinal)
        .ToDictionary(
            field => field.Key,
            field => field.Select(finding =>
                $"“{finding.Words}”: {finding.Rule}, {finding.Reason}. Whoever may break the rule says so in acknowledgement.").ToArray(),
            StringComparer.Ordinal));
}
