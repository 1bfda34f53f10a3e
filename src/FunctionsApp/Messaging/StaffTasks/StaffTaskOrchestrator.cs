using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>The task and the ordinal of its next reminder.</summary>
public sealed record StaffTaskReference(string TaskId, DateTimeOffset DueAt, int Next);

/// <summary>Reminds of a task at its due time, again two hours later, and every day until it is done.</summary>
public static class StaffTaskOrchestrator
{
    // It bounds the history of a task that stays open.
    const int RemindersPerGeneration = 30;

    [Function(nameof(StaffTaskOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, StaffTaskReference input)
    {
        var waits = new WorkflowWaits(context);
        var ordinal = input.Next;
        for (var given = 0; given < RemindersPerGeneration; given++)
        {
            ReceivedSignal? signal;
            do
            {
                var reminderAt = StaffTaskRules.ReminderAt(input.DueAt, ordinal);
                signal = await waits.WaitUntilAsync("awaiting-staff", reminderAt, WorkflowEvents.StaffDone);
            }
            while (signal?.Name == WorkflowEvents.Edit);

            if (signal is not null) return;
            ordinal = StaffTaskRules.LatestReminder(input.DueAt, ordinal, context.Now());
            var isOpen = await context.CallActivityAsync<bool>(
                nameof(RemindStaffActivity), new RemindStaffInput(input.TaskId, ordinal), ActivityRetry.Patient);
            if (!isOpen) return;
            ordinal++;
        }

        context.ContinueAsNew(input with { Next = ordinal });
    }
}
