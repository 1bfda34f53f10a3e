using Community.Campaigns;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Campaigns;

/// <summary>Acquisition drives (裂变活动).</summary>
public sealed class CampaignFunctions(CampaignStore campaigns, GroupStore groups, CampaignGroups filling, IValidator<CreateCampaign> rules, TimeProvider clock)
{
    /// <summary>201 with the campaign; 200 for a repeat; 400 when a group does not exist; 409 when the id stands for another campaign.</summary>
    [Function("CreateCampaign")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/campaigns")] HttpRequest request, [DurableClient] DurableTaskClient sequences)
    {
        var asked = await RequestBody.ReadAsync(request, rules);
        if (asked.Problem is not null) return asked.Problem;
        if (await UnknownGroupAsync(asked.Value!.GroupIds!) is { } unknown) return Problems.Invalid("groupIds", $"there is no group {unknown}.");
        var fingerprint = Creation.Fingerprint(asked.Value);
        var (made, campaign) = await campaigns.CreateAsync(asked.Value.ToCampaign(Creation.IdFor(request, asked.Value.Id), clock.GetUtcNow()), fingerprint);
        if (campaign.Fingerprint == fingerprint) await filling.EnsureLiveGroupAsync(campaign.Value, clock.GetUtcNow(), sequences);
        return Creation.Answer(request.HttpContext.Response, $"/api/campaigns/{campaign.Value.Id}", View(campaign.Value), made, campaign.Fingerprint == fingerprint);
    }

    /// <summary>Campaigns by pages, in order of id.</summary>
    [Function("ListCampaigns")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) => (await campaigns.PageAsync(size, continuation)).Map(View));

    /// <summary>One campaign; 404 when there is none.</summary>
    [Function("GetCampaign")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/campaigns/{campaignId}")] HttpRequest request, string campaignId) =>
        await campaigns.FindAsync(campaignId) is { } campaign ? ApiJson.Json(View(campaign.Value)) : Problems.NotFound($"There is no campaign {campaignId}.");

    async Task<string?> UnknownGroupAsync(IReadOnlyList<string> ids)
    {
        var found = await Task.WhenAll(ids.Select(groups.FindAsync));
        return ids.Zip(found).FirstOrDefault(pair => pair.Second is null).First;
    }

    CampaignView View(Campaign campaign) => new(
        campaign.Id,
        campaign.Name,
        campaign.Mode,
        campaign.At(clock.GetUtcNow()),
        campaign.OpensAt,
        campaign.ClosesAt,
        campaign.GroupIds,
        campaign.CreatedAt);
}

/// <summary>A campaign as the API shows one; <paramref name="State"/> is that of this moment.</summary>
public sealed record CampaignView(
    string Id,
    string Name,
    CampaignMode Mode,
    CampaignState State,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> GroupIds,
    DateTimeOffset CreatedAt);
