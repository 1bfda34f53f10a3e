using Community.Campaigns;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Http;
using FunctionsApp.Invitations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Campaigns;

/// <summary>Acquisition drives (裂变活动).</summary>
public sealed class CampaignFunctions(CampaignStore campaigns, GroupStore groups, StandingStore standings, IValidator<CreateCampaign> rules, TimeProvider clock)
{
    /// <summary>
    /// 201 with the campaign; 200 for a repeat; 400 when a group does not exist, or a text pays for sharing and nobody answers for it by name; 409 when
    /// the id stands for another campaign.
    /// </summary>
    [Function("CreateCampaign")]
    public async Task<IResult> Create([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns")] HttpRequest request)
    {
        var asked = await RequestBody.ReadAsync(request, rules);
        if (asked.Problem is not null) return asked.Problem;
        if (await UnknownGroupAsync(asked.Value!.GroupIds!) is { } unknown) return Problems.Invalid("groupIds", $"there is no group {unknown}.");
        if (asked.Value.Target is { GroupId: { } target } && await groups.FindAsync(target) is null) return Problems.Invalid("target.groupId", $"there is no group {target}.");
        var wanted = asked.Value.ToCampaign(Creation.IdFor(request, asked.Value.Id), clock.GetUtcNow());
        if (wanted is { Findings.Count: > 0, Acknowledgement: null }) return Forbidden(wanted.Findings);
        var fingerprint = Creation.Fingerprint(asked.Value);
        var (made, campaign) = await campaigns.CreateAsync(wanted, fingerprint);
        var view = View(campaign.Value, await standings.FiguresAsync(campaign.Value.Id));
        return Creation.Answer(request.HttpContext.Response, $"/api/campaigns/{campaign.Value.Id}", view, made, campaign.Fingerprint == fingerprint);
    }

    /// <summary>Campaigns by pages, in order of id, without their figures.</summary>
    [Function("ListCampaigns")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) => (await campaigns.PageAsync(size, continuation)).Map(campaign => View(campaign, null)));

    /// <summary>One campaign; 404 when there is none.</summary>
    [Function("GetCampaign")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is { } campaign
            ? ApiJson.Json(View(campaign.Value, await standings.FiguresAsync(campaignId)))
            : Problems.NotFound($"There is no campaign {campaignId}.");

    async Task<string?> UnknownGroupAsync(IReadOnlyList<string> ids)
    {
        var found = await Task.WhenAll(ids.Select(groups.FindAsync));
        return ids.Zip(found).FirstOrDefault(pair => pair.Second is null).First;
    }

    CampaignView View(Campaign campaign, Figures? figures) => CampaignView.Of(campaign, campaign.At(clock.GetUtcNow()), figures);

    static IResult Forbidden(IEnumerable<Finding> findings) => Problems.Invalid(findings
        .GroupBy(finding => finding.Field, StringComparer.Ordinal)
        .ToDictionary(
            field => field.Key,
            field => field.Select(finding => $"“{finding.Words}”: {finding.Rule}, {finding.Reason}. Whoever may break the rule says so in acknowledgement.").ToArray(),
            StringComparer.Ordinal));
}
