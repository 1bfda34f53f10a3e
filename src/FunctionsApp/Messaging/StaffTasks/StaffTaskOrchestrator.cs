using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>Which task to remind of, and the ordinal of the next reminder.</summary>
public sealed record StaffTaskReference(string TaskId, DateTimeOffset DueAt, int Next);

/// <summary>Reminds of a task at its due time, again two hours later, and every day until it is done.</summary>
public static class StaffTaskOrchestrator
{
    // A month of reminders a generation keeps the history short however long nobody does the task.
    const int RemindersPerGeneration = 30;

    /// <summary>The sequence; ends when the task is done.</summary>
    [Function(nameof(StaffTaskOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, StaffTaskReference input)
    {
        var waits = new WorkflowWaits(context);
        for (var ordinal = input.Next; ordinal < input.Next + RemindersPerGeneration; ordinal++)
        {
            ReceivedSignal? signal;
            do
            {
                signal = await waits.WaitUntilAsync("awaiting-staff", StaffTaskRules.ReminderAt(input.DueAt, ordinal), WorkflowEvents.StaffDone);
            }
            while (signal?.Name == WorkflowEvents.Edit);

            if (signal is not null) return;
            var stillOpen = await context.CallActivityAsync<bool>(nameof(RemindStaffActivity), new RemindStaffInput(input.TaskId, ordinal), ActivityRetry.Patient);
            if (!stillOpen) return;
        }

        context.ContinueAsNew(input with { Next = input.Next + RemindersPerGeneration });
    }
}
