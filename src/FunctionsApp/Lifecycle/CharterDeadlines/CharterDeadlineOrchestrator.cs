using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.FlashSales;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>A flash group, and when its charter ends as far as was known when it was made.</summary>
public sealed record CharterDeadlineReference(string GroupId, DateTimeOffset EndsAt);

/// <summary>
/// Sees to it that a flash group ends, whatever becomes of its sale: one that no sale ever had, whose sale's sequence failed or was ended, or stands still
/// past its charter's end, is closed and dissolved by its guardian, under the same names as its own sequence would. Nobody can hold a guardian, and
/// whatever fails it tries again.
/// </summary>
public static class CharterDeadlineOrchestrator
{
    static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>The sequence; ends when the group is gone.</summary>
    [Function(nameof(CharterDeadlineOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CharterDeadlineReference input)
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
        var watch = await context.CallActivityAsync<CharterDeadlineState>(nameof(CharterDeadlineActivities.WatchCharterDeadline), new WatchCharterDeadlineInput(input, context.Now()), ActivityRetry.Patient);
        if (watch.IsOver) return true;
        if (watch.ActAt > context.Now())
        {
            waits.Show("guarding", watch.ActAt, WorkflowEvents.Dissolved);
            await waits.WaitAsync(watch.ActAt, WorkflowEvents.Edit, WorkflowEvents.Dissolved);
            return false;
        }

        var group = new FlashGroupReference(watch.FlashSaleId, input.GroupId);
        await context.CallActivityAsync<CloseFlashGroupResult>(nameof(FlashGroupActivities.CloseFlashGroup), new FlashGroupInput(group, context.Now()), ActivityRetry.Patient);
        return await new FlashGroupDissolution(context, group, waits, new FlashGroupRecorder(context, group)).DissolveAsync();
    }
}
