using Community.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>
/// The steps that dissolve a group. The orchestration of a flash group, <c>CharterDeadlineOrchestrator</c> and
/// <c>GroupEndOrchestrator</c> use them; all request the same deliveries under the same keys, which follow from
/// <paramref name="cause"/>. <paramref name="record"/> is called whenever the progress may have changed.
/// </summary>
public sealed class GroupDissolution(
    TaskOrchestrationContext context,
    string groupId,
    string cause,
    WorkflowWaits waits,
    Func<DissolutionProgress, Task> record)
{
    // A platform confirms a dissolution within seconds; after this time a staff task is opened.
    static readonly TimeSpan ConfirmationPatience = TimeSpan.FromMinutes(15);

    // The staff task sends reminders; the orchestration only checks for a lost event.
    static readonly TimeSpan CheckInterval = TimeSpan.FromDays(1);

    // A month of checks keeps the history short.
    const int ChecksPerGeneration = 30;

    readonly DeliverySteps deliveries = new(context);

    /// <summary>
    /// Dissolves the group and waits for the confirmation; false when the orchestration must continue with a new
    /// history.
    /// </summary>
    public async Task<bool> DissolveAsync()
    {
        waits.Show("dissolving");
        await CallAsync(nameof(DissolutionActivities.BeginDissolution), groupId);
        var request = DissolutionDeliveries.Dissolve(groupId, cause, context.Now());
        var outcome = await deliveries.DeliverAsync(request);
        var taskId = outcome.TaskId;
        for (var checks = 0; !await IsDissolvedAsync(); checks++)
        {
            if (checks == ChecksPerGeneration) return false;
            await record(new DissolutionProgress(IsDissolved: false, taskId));
            var patience = taskId is null ? ConfirmationPatience : CheckInterval;
            var checkAt = outcome.CheckAgainAt ?? context.Now() + patience;
            var signal = await waits.WaitUntilAsync(
                "awaiting-dissolution", checkAt, WorkflowEvents.Dissolved, WorkflowEvents.StaffDone);
            outcome = await deliveries.DeliverAsync(request);
            taskId ??= outcome.TaskId;
            if (signal is null && taskId is null && outcome.IsOver) taskId = await EscalateAsync();
        }

        if (!outcome.IsOver) await CallAsync(nameof(DissolutionActivities.RecordDissolution), groupId);
        if (taskId is not null) await CallAsync(nameof(DissolutionActivities.WithdrawTask), taskId);
        await record(new DissolutionProgress(IsDissolved: true, TaskId: null));
        waits.Show("dissolved");
        return true;
    }

    Task CallAsync(string activity, string id) => context.CallActivityAsync(activity, id, ActivityRetry.Patient);

    Task<string> EscalateAsync() => context.CallActivityAsync<string>(
        nameof(DissolutionActivities.EscalateDissolution),
        new DissolutionInput(groupId, context.Now()),
        ActivityRetry.Patient);

    async Task<bool> IsDissolvedAsync()
    {
        var state = await context.CallActivityAsync<GroupState>(
            nameof(DissolutionActivities.ReadGroupState), groupId, ActivityRetry.Patient);
        return state is GroupState.Dissolved;
    }
}
