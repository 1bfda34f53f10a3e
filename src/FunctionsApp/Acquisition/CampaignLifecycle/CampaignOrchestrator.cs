using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>Which campaign, and the revision of its terms under which everyone's standing was last looked at.</summary>
public sealed record CampaignReference(string CampaignId, int Considered);

/// <summary>
/// A campaign's life: it opens, closes, lets the grace periods run out and settles. Each generation reads the campaign, does what it calls for and
/// waits for one instant; an operator's edit or cancellation only ends the wait, for both are stored before they are told.
/// </summary>
public static class CampaignOrchestrator
{
    /// <summary>The sequence; ends when the campaign has settled.</summary>
    [Function(nameof(CampaignOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CampaignReference input)
    {
        var waits = new WorkflowWaits(context);
        var campaign = await context.CallActivityAsync<CampaignSchedule>(nameof(CampaignActivities.ReadCampaign), input, ActivityRetry.Patient);
        if (campaign.TermsRevision > input.Considered)
        {
            // By then nobody credits by the old terms any more.
            var settled = context.Now() + (2 * CampaignCache.Freshness);
            waits.Show("reconsidering", settled);
            await context.CreateTimer(settled.UtcDateTime, CancellationToken.None);
            await SweepAsync(context, input, settles: false);
            context.ContinueAsNew(input with { Considered = campaign.TermsRevision });
            return;
        }

        var (step, until) = campaign.Next(context.Now());
        var signal = context.Now() < until ? await waits.WaitUntilAsync(step, until) : null;
        if (signal?.Name == WorkflowEvents.Cancel) await context.CallActivityAsync(nameof(CampaignActivities.StopCampaign), new StopCampaignInput(input, context.Now()), ActivityRetry.Patient);
        if (signal is not null || step != CampaignSchedule.Grace)
        {
            context.ContinueAsNew(input);
            return;
        }

        waits.Show("settling");
        var report = await SweepAsync(context, input, settles: true);
        await context.CallActivityAsync(nameof(CampaignActivities.SettleCampaign), new SettleCampaignInput(input, report, context.Now()), ActivityRetry.Patient);
        waits.Show("settled");
    }

    static async Task<CampaignReport> SweepAsync(TaskOrchestrationContext context, CampaignReference input, bool settles)
    {
        var sweep = new CampaignSweep(input, context.Now(), Position: null, CampaignReport.None, settles);
        do
        {
            sweep = await context.CallActivityAsync<CampaignSweep>(nameof(CampaignActivities.SweepCampaign), sweep, ActivityRetry.Patient);
        }
        while (sweep.Position is not null);

        return sweep.SoFar;
    }
}
