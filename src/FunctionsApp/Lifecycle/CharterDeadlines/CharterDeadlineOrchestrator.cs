using Community.Lifecycle;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>A flash group and the end of its charter in the request that created it.</summary>
public sealed record CharterDeadlineReference(string GroupId, DateTimeOffset EndsAt);

/// <summary>
/// Dissolves a flash group at the end of its charter when the group's own orchestration does not: no sale uses the
/// group, or that orchestration failed, was terminated or is held. Operators cannot hold this orchestration; after a
/// failure it tries again every hour.
/// </summary>
public static class CharterDeadlineOrchestrator
{
    static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    [Function(nameof(CharterDeadlineOrchestrator))]
    public static async Task Run(
        [OrchestrationTrigger] TaskOrchestrationContext context, CharterDeadlineReference input)
    {
        try
        {
            if (await IsOverAsync(context, input)) return;
        }
        catch (TaskFailedException)
        {
            await context.CreateTimer(AfterFailure, CancellationToken.None);
        }

        context.ContinueAsNew(input);
    }

    static async Task<bool> IsOverAsync(TaskOrchestrationContext context, CharterDeadlineReference input)
    {
        var waits = new WorkflowWaits(context);
        var state = await context.CallActivityAsync<CharterDeadlineState>(
            nameof(CharterDeadlineActivities.WatchCharterDeadline),
            new WatchCharterDeadlineInput(input, context.Now()),
            ActivityRetry.Patient);
        if (state.IsOver) return true;
        if (state.ActAt > context.Now())
        {
            waits.Show("guarding", state.ActAt, WorkflowEvents.Dissolved);
            await waits.WaitAsync(state.ActAt, WorkflowEvents.Edit, WorkflowEvents.Dissolved);
            return false;
        }

        await context.CallActivityAsync(
            nameof(CharterDeadlineActivities.EndFlashGroup),
            new EndFlashGroupInput(input.GroupId, state.UseId, context.Now()),
            ActivityRetry.Patient);
        DissolutionProgress? recorded = null;
        var cause = LifecycleInstanceIds.FlashGroup(input.GroupId);
        return await new GroupDissolution(context, input.GroupId, cause, waits, RecordAsync).DissolveAsync();

        async Task RecordAsync(DissolutionProgress progress)
        {
            if (state.UseId is not { } use || progress == recorded) return;
            recorded = progress;
            var record = new RecordDissolutionProgressInput(input.GroupId, use, progress, context.Now());
            await context.CallActivityAsync(
                nameof(CharterDeadlineActivities.RecordDissolutionProgress), record, ActivityRetry.Patient);
        }
    }
}
