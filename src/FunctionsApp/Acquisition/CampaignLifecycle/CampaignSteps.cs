using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>The activities of <see cref="CampaignOrchestrator"/>. It is deterministic orchestrator code.</summary>
sealed class CampaignSteps(TaskOrchestrationContext context, CampaignReference campaign)
{
    public Task<CampaignSchedule> ReadAsync() => context.CallActivityAsync<CampaignSchedule>(
        nameof(CampaignActivities.ReadCampaign), campaign, ActivityRetry.Patient);

    public Task StopAsync() => context.CallActivityAsync(
        nameof(CampaignActivities.StopCampaign), new StopCampaignInput(campaign, context.Now()), ActivityRetry.Patient);

    public Task EndTasksAsync() => context.CallActivityAsync(
        nameof(CampaignActivities.EndCampaignTasks), campaign, ActivityRetry.Patient);

    /// <summary>Reconsiders all standings, page by page, and returns their sum.</summary>
    public async Task<CampaignReport> SweepAsync(bool settles)
    {
        var sweep = new CampaignSweep(campaign, context.Now(), Position: null, CampaignReport.None, settles);
        do
        {
            sweep = await context.CallActivityAsync<CampaignSweep>(
                nameof(CampaignActivities.SweepCampaign), sweep, ActivityRetry.Patient);
        }
        while (sweep.Position is not null);

        return sweep.SoFar;
    }

    public Task SettleAsync(CampaignReport report) => context.CallActivityAsync(
        nameof(CampaignActivities.SettleCampaign),
        new SettleCampaignInput(campaign, report, context.Now()),
        ActivityRetry.Patient);
}
