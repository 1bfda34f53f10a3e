using FunctionsApp.Messaging;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.StaffTasks;

public sealed class CompletedTaskFunction(TaskDoneHandler handler)
{
    /// <summary>Handles one completed task. An exception returns the message to the queue.</summary>
    [Function("ConsumeCompletedTask")]
    public async Task Run(
        [QueueTrigger(CompletedTask.QueueName)] CompletedTask completed,
        [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await handler.HandleAsync(completed.TaskId));
}
