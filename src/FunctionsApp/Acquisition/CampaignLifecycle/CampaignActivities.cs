using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.JoinWays;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

public sealed record StopCampaignInput(CampaignReference Target, DateTimeOffset At);

public sealed record SettleCampaignInput(CampaignReference Target, CampaignReport Report, DateTimeOffset At);

/// <summary>
/// A sweep over all standings of a campaign. <paramref name="Position"/> is null at the start and at the end. A sweep
/// that <paramref name="Settles"/> also settles each standing.
/// </summary>
public sealed record CampaignSweep(
    CampaignReference Target, DateTimeOffset At, string? Position, CampaignReport SoFar, bool Settles = false);

public sealed class CampaignActivities(
    CampaignStore campaigns,
    StandingStore standings,
    InvitationCrediting crediting,
    StaffTaskService tasks,
    JoinWayService joinWays,
    NextStepSender nextSteps)
{
    const int PageSize = 100;

    [Function(nameof(ReadCampaign))]
    public async Task<CampaignSchedule> ReadCampaign([ActivityTrigger] CampaignReference reference) =>
        CampaignSchedule.From((await campaigns.FindAsync(reference.CampaignId))!.Value);

    /// <summary>Cancels the campaign after the operator cancelled its orchestration.</summary>
    [Function(nameof(StopCampaign))]
    public Task StopCampaign([ActivityTrigger] StopCampaignInput input) =>
        campaigns.DecideAsync(input.Target.CampaignId, new CampaignCommand.Cancel(input.At));

    /// <summary>Reconsiders one page of standings.</summary>
    [Function(nameof(SweepCampaign))]
    public async Task<CampaignSweep> SweepCampaign(
        [ActivityTrigger] CampaignSweep sweep, [DurableClient] DurableTaskClient durable)
    {
        var campaign = (await campaigns.FindAsync(sweep.Target.CampaignId))!.Value;
        var position = SweepPosition.Parse(sweep.Position);
        if (sweep.Settles) await standings.BeginReportAsync(campaign.Id, position);
        var page = await standings.SweepAsync(campaign.Id, PageSize, position);
        var results = await Task.WhenAll(
            page.Items.Select(standing => ReconsiderAsync(campaign, standing.MemberId, sweep)));
        await durable.PerformAsync(results.SelectMany(result => result.Actions));
        var totals = results.Select(result => result.Totals).OfType<SettledTotals>();
        return sweep with
        {
            Position = page.Continuation,
            SoFar = totals.Aggregate(sweep.SoFar, (report, settled) => report.Add(settled)),
        };
    }

    /// <summary>Withdraws the staff tasks and the join ways of a campaign that takes no members any more.</summary>
    [Function(nameof(EndCampaignTasks))]
    public async Task EndCampaignTasks([ActivityTrigger] CampaignReference reference)
    {
        var campaign = (await campaigns.FindAsync(reference.CampaignId))!.Value;
        await tasks.WithdrawAsync(CampaignTasks.AddGroupId(campaign), "the campaign is over");
        await joinWays.FollowAsync(campaign.Id);
    }

    /// <summary>Writes the report, settles the campaign and tells its next step.</summary>
    [Function(nameof(SettleCampaign))]
    public async Task SettleCampaign([ActivityTrigger] SettleCampaignInput input)
    {
        await campaigns.WriteReportAsync(input.Target.CampaignId, input.Report);
        var settled = await campaigns.DecideAsync(input.Target.CampaignId, new CampaignCommand.Settle(input.At));
        await nextSteps.TellAsync(settled!.After, input.At);
    }

    async Task<(SettledTotals? Totals, IReadOnlyList<DurableAction> Actions)> ReconsiderAsync(
        Campaign campaign, string memberId, CampaignSweep sweep)
    {
        var actions = await crediting.ReconsiderAsync(campaign, memberId, sweep.At);
        return (sweep.Settles ? await standings.SettleAsync(campaign, memberId) : null, actions);
    }
}
