using Community.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// Dissolves a flash group, for its own orchestration or for the charter's deadline: both ask for the same deliveries under the same keys.
/// Orchestrator code. <paramref name="record"/> is called whenever the progress may have changed.
/// </summary>
public sealed class GroupDissolution(
    TaskOrchestrationContext context, string groupId, WorkflowWaits waits, Func<DissolutionProgress, Task> record)
{
    // A platform confirms a dissolution within moments; after this a person is asked to check.
    static readonly TimeSpan ConfirmationPatience = TimeSpan.FromMinutes(15);

    // The staff task reminds people; the orchestration only checks whether an event was lost.
    static readonly TimeSpan CheckInterval = TimeSpan.FromDays(1);

    // A month of checks a generation keeps the history short.
    const int ChecksPerGeneration = 30;

    readonly DeliverySteps deliveries = new(context);

    /// <summary>Dissolves the group and waits for the confirmation; false when the orchestration must continue with a new history.</summary>
    public async Task<bool> DissolveAsync()
    {
        waits.Show("dissolving");
        await context.CallActivityAsync(nameof(DissolutionActivities.BeginDissolution), groupId, ActivityRetry.Patient);
        var request = FlashGroupDeliveries.Dissolve(groupId, context.Now());
        var outcome = await deliveries.DeliverAsync(request);
        var taskId = outcome.TaskId;
        for (var checks = 0; !await IsDissolvedAsync(); checks++)
        {
            if (checks == ChecksPerGeneration) return false;
            await record(new DissolutionProgress(IsDissolved: false, taskId));
            var until = outcome.CheckAgainAt ?? context.Now() + (taskId is null ? ConfirmationPatience : CheckInterval);
            var signal = await waits.WaitUntilAsync("awaiting-dissolution", until, WorkflowEvents.Dissolved, WorkflowEvents.StaffDone);
            outcome = await deliveries.DeliverAsync(request);
            taskId ??= outcome.TaskId;
            if (signal is null && taskId is null && outcome.IsOver) taskId = await EscalateAsync();
        }

        if (!outcome.IsOver) await context.CallActivityAsync(nameof(DissolutionActivities.RecordDissolution), groupId, ActivityRetry.Patient);
        if (taskId is not null) await context.CallActivityAsync(nameof(DissolutionActivities.WithdrawTask), taskId, ActivityRetry.Patient);
        await record(new DissolutionProgress(IsDissolved: true, TaskId: null));
        waits.Show("dissolved");
        return true;
    }

    Task<string> EscalateAsync() => context.CallActivityAsync<string>(
        nameof(DissolutionActivities.EscalateDissolution), new DissolutionInput(groupId, context.Now()), ActivityRetry.Patient);

    async Task<bool> IsDissolvedAsync()
    {
        var state = await context.CallActivityAsync<GroupState>(nameof(DissolutionActivities.ReadGroupState), groupId, ActivityRetry.Patient);
        return state is GroupState.Dissolved;
    }
}
