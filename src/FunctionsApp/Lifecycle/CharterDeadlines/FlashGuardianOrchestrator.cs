using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.FlashSales;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>A flash group, and when its charter ends as far as was known when it was made.</summary>
public sealed record FlashGuardianReference(string GroupId, DateTimeOffset EndsAt);

/// <summary>
/// Sees to it that a flash group ends, whatever becomes of its sale: one that no sale ever had, whose sale's sequence failed or was ended, or stands still
/// past its charter's end, is closed and dissolved by its guardian, under the same names as its own sequence would. Nobody can hold a guardian, and
/// whatever fails it tries again.
/// </summary>
public static class FlashGuardianOrchestrator
{
    static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>The sequence; ends when the group is gone.</summary>
    [Function(nameof(FlashGuardianOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FlashGuardianReference input)
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

    static async Task<bool> IsOverAsync(TaskOrchestrationContext context, FlashGuardianReference input)
    {
        var sequence = new Sequence(context);
        var watch = await context.CallActivityAsync<FlashWatch>(nameof(FlashGuardianActivities.WatchFlashGroup), new FlashGuardianMoment(input, context.Now()), Stubborn.Activity);
        if (watch.IsOver) return true;
        if (watch.ActAt > context.Now())
        {
            sequence.Show("guarding", watch.ActAt, SequenceEvents.Dissolved);
            await sequence.HearAsync(watch.ActAt, SequenceEvents.Edit, SequenceEvents.Dissolved);
            return false;
        }

        var group = new FlashGroupReference(watch.FlashSaleId, input.GroupId);
        await context.CallActivityAsync<FlashGroupClosed>(nameof(FlashGroupActivities.CloseFlashGroup), new FlashGroupMoment(group, context.Now()), Stubborn.Activity);
        return await new FlashGroupEnding(context, group, sequence, new FlashGroupNotes(context, group)).DissolveAsync();
    }
}
