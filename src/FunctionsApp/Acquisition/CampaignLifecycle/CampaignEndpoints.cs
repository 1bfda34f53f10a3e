using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Messaging.Channels;
using FluentValidation;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Acquisition drives (裂变活动).</summary>
public sealed class CampaignEndpoints(
    CampaignStore campaigns,
    CampaignCreator creator,
    CampaignEditor editor,
    StandingStore standings,
    IChannel channel,
    Creation creation,
    IValidator<CreateCampaignRequest> createValidator,
    IValidator<EditCampaignRequest> editValidator,
    TimeProvider clock)
{
    static readonly ChannelAction[] ActionsOfCampaign =
        [ChannelAction.OpenJoinCode, ChannelAction.SetWelcome, ChannelAction.SendToGroup, ChannelAction.SendToMember];

    /// <summary>
    /// 201 with the campaign; 200 for a repeat; 400 for a group that does not exist, and for a text that pays for
    /// sharing without an acknowledgement; 409 when the id belongs to another campaign.
    /// </summary>
    [Function("CreateCampaign")]
    [Request<CreateCampaignRequest>, Creation<CampaignView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        creation.RunAsync(request, new CreationSteps<CreateCampaignRequest, Campaign, CampaignView>
        {
            Operation = "CreateCampaign",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = creator.CreateAsync,
            FollowAsync = async campaign => await durable.PerformAsync(await creator.FollowAsync(campaign)),
            ViewAsync = ReadViewAsync,
            Location = campaign => $"/api/campaigns/{campaign.Id}",
        });

    /// <summary>Campaigns by pages, in order of id, without their figures.</summary>
    [Function("ListCampaigns")]
    [Page<CampaignView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await campaigns.PageAsync(size, continuation);
            return page.Map(campaign => CampaignView.From(campaign, campaign.StateAt(clock.GetUtcNow())));
        });

    /// <summary>One campaign with its figures and, when it has settled, its report; 404 when there is none.</summary>
    [Function("GetCampaign")]
    [Response<CampaignView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns/{campaignId}")] HttpRequest request,
        string campaignId) =>
        await campaigns.FindAsync(campaignId) is { Value: var campaign }
            ? EntityTag.Json(request, campaign, await ReadViewAsync(campaign))
            : NotFound(campaignId);

    /// <summary>
    /// The campaign after an edit of the closing instant, the tiers, the groups or the next step. Granted rewards stay
    /// granted, and all standings are reconsidered. 400 for a group that cannot be added; 409 once the campaign is over.
    /// </summary>
    [Function("EditCampaign")]
    [Request<EditCampaignRequest>, Response<CampaignView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/campaigns/{campaignId}")] HttpRequest request,
        string campaignId,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected =>
        {
            var edited = await editor.EditAsync(campaignId, body!.ToCommand(clock.GetUtcNow()), expected);
            if (edited.Campaign is not { } campaign) return edited.Problem ?? NotFound(campaignId);
            await durable.PerformAsync([CampaignEditor.Changed(campaignId)]);
            return EntityTag.Json(request, campaign, await ReadViewAsync(campaign));
        });
    }

    /// <summary>Cancels the campaign; it settles after the grace periods. 409 once the campaign is over.</summary>
    [Function("CancelCampaign")]
    [Response<CampaignView>, Problem(409)]
    public async Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns/{campaignId}/cancel")]
        HttpRequest request,
        string campaignId,
        [DurableClient] DurableTaskClient durable)
    {
        var cancel = new CampaignCommand.Cancel(clock.GetUtcNow());
        if (await campaigns.DecideAsync(campaignId, cancel) is not var (after, events)) return NotFound(campaignId);
        if (events is [CampaignEvent.Refused refused]) return Problems.From(refused.Refusal);
        await durable.PerformAsync([CampaignEditor.Changed(campaignId)]);
        return ApiJson.Json(await ReadViewAsync(after));
    }

    static IResult NotFound(string campaignId) => Problems.NotFound($"There is no campaign {campaignId}.");

    async Task<CampaignView> ReadViewAsync(Campaign campaign)
    {
        var totals = await standings.TotalsAsync(campaign.Id);
        var report = await campaigns.FindReportAsync(campaign.Id);
        return CampaignView.From(campaign, campaign.StateAt(clock.GetUtcNow()), totals, report) with
        {
            Channel = channel.Describe(ActionsOfCampaign),
        };
    }
}
