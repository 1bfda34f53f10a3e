using Community.Messaging;
using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>Where tasks are opened and completed.</summary>
public sealed class StaffTaskService(StaffTaskStore tasks, MessageQueue<CompletedTask> completedTasks, TimeProvider clock)
{
    /// <summary>Opens the task, once, and starts the sequence that reminds of it until it is done.</summary>
    public async Task OpenAsync(NewStaffTask request, DurableTaskClient durable)
    {
        await tasks.AddAsync(StaffTask.From(request));
        await durable.EnsureStartedAsync(nameof(StaffTaskOrchestrator), MessagingInstanceIds.StaffTask(request.Id), new StaffTaskReference(request.Id, request.DueAt, 1));
    }

    /// <summary>
    /// Stores that the task is done, and queues what follows from it. A repeat queues it again: the first request may have ended
    /// between the two.
    /// </summary>
    public async Task<CompletionResult> CompleteAsync(string taskId, CompleteTaskRequest answer)
    {
        switch (await tasks.DecideAsync(taskId, new StaffTaskCommand.Complete(clock.GetUtcNow(), answer.JoinUrl)))
        {
            case null:
                return CompletionResult.Unknown;
            case { Events: [StaffTaskEvent.JoinUrlMissing] }:
                return CompletionResult.JoinUrlMissing;
            default:
                await completedTasks.SendAsync(new CompletedTask(taskId));
                return CompletionResult.Done;
        }
    }

    /// <summary>A group is gone: who was to dissolve it has, and nothing else is to be done there.</summary>
    public async Task CloseTasksOfGroupAsync(string groupId)
    {
        foreach (var task in await tasks.OpenOfGroupAsync(groupId))
        {
            if (task.Kind is StaffTaskKind.DissolveGroup) await CompleteAsync(task.Id, new CompleteTaskRequest(null));
            else await WithdrawAsync(task.Id);
        }
    }

    /// <summary>Ends a task that nobody needs any more.</summary>
    public async Task WithdrawAsync(string taskId)
    {
        if (await tasks.DecideAsync(taskId, new StaffTaskCommand.Withdraw(clock.GetUtcNow())) is not null) await completedTasks.SendAsync(new CompletedTask(taskId));
    }
}

/// <summary>How completing a task ended.</summary>
public enum CompletionResult
{
    /// <summary>There is no such task.</summary>
    Unknown,

    /// <summary>The task was to make a way in, and the link is missing.</summary>
    JoinUrlMissing,

    /// <summary>Done, now or before.</summary>
    Done,
}

/// <summary>The body of <c>POST /api/tasks/{id}/done</c>, which may be absent.</summary>
public sealed record CompleteTaskRequest(string? JoinUrl);

/// <summary>A task that was completed, for those who wait for it.</summary>
public sealed record CompletedTask(string TaskId)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "completed-tasks";
}
