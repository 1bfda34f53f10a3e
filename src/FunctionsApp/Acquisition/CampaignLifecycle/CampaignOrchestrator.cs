using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// A campaign and the revision of its terms under which the standings were last reconsidered.
/// </summary>
public sealed record CampaignReference(string CampaignId, int ReconsideredRevision);

/// <summary>
/// Opens and closes a campaign, lets the grace periods end and settles it. Each generation reads the campaign, performs
/// one step and waits for one instant. An edit or a cancellation is stored before its event, so the event only ends the
/// wait.
/// </summary>
public static class CampaignOrchestrator
{
    [Function(nameof(CampaignOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CampaignReference input)
    {
        var waits = new WorkflowWaits(context);
        var steps = new CampaignSteps(context, input);
        var campaign = await steps.ReadAsync();
        if (campaign.TermsRevision > input.ReconsideredRevision)
        {
            // Before this instant a cache may still hold the old terms.
            var freshAt = context.Now() + (2 * CampaignCache.Freshness);
            waits.Show("reconsidering", freshAt);
            await context.CreateTimer(freshAt.UtcDateTime, CancellationToken.None);
            await steps.SweepAsync(settles: false);
            context.ContinueAsNew(input with { ReconsideredRevision = campaign.TermsRevision });
            return;
        }

        var (step, until) = campaign.StepAt(context.Now());
        if (step == CampaignSchedule.Grace) await steps.EndTasksAsync();
        var signal = context.Now() < until ? await waits.WaitUntilAsync(step, until) : null;
        if (signal?.Name == WorkflowEvents.Cancel) await steps.StopAsync();
        if (signal is not null || step != CampaignSchedule.Grace)
        {
            context.ContinueAsNew(input);
            return;
        }

        waits.Show("settling");
        await steps.SettleAsync(await steps.SweepAsync(settles: true));
        waits.Show("settled");
    }
}
