using FunctionsApp.Lifecycle.CharterDeadlines;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Lifecycle.Endings;

/// <summary>
/// A group that an operator ended; <paramref name="IsFarewellOver"/> is true from the dissolution on.
/// </summary>
public sealed record GroupEndReference(string GroupId, bool IsFarewellOver = false);

/// <summary>
/// Ends a group early: campaigns lead past it, its members read a farewell, and it is dissolved. A flash group whose
/// own orchestration runs is ended by that one.
/// </summary>
public static class GroupEndOrchestrator
{
    [Function(nameof(GroupEndOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, GroupEndReference input)
    {
        var waits = new WorkflowWaits(context);
        waits.Show("closing");
        var end = await context.CallActivityAsync<GroupEndState>(
            nameof(GroupEndActivities.BeginGroupEnd),
            new DissolutionInput(input.GroupId, context.Now()),
            ActivityRetry.Patient);
        if (end.IsOver) return;

        if (!input.IsFarewellOver)
        {
            var farewell = new GroupFarewell(context, input.GroupId, end.Cause, waits, _ => Task.CompletedTask);
            await farewell.SendAsync(end.Farewell);
        }

        var dissolution = new GroupDissolution(context, input.GroupId, end.Cause, waits, RecordAsync);
        if (!await dissolution.DissolveAsync()) context.ContinueAsNew(input with { IsFarewellOver = true });

        async Task RecordAsync(DissolutionProgress progress)
        {
            if (end.UseId is not { } use) return;
            await context.CallActivityAsync(
                nameof(CharterDeadlineActivities.RecordDissolutionProgress),
                new RecordDissolutionProgressInput(input.GroupId, use, progress, context.Now()),
                ActivityRetry.Patient);
        }
    }
}
