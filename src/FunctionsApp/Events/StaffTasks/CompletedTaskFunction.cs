using Azure.Storage.Queues.Models;
using FunctionsApp.Messaging;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Events.StaffTasks;

public sealed class CompletedTaskFunction(QueueConsumer<CompletedTask> consumer, TaskDoneHandler handler)
{
    /// <summary>Handles one completed task. An exception returns the message to the queue.</summary>
    [Function("ConsumeCompletedTask")]
    public Task Run(
        [QueueTrigger(CompletedTask.QueueName)] QueueMessage message, [DurableClient] DurableTaskClient durable) =>
        consumer.RunAsync(message, async completed =>
            await durable.PerformAsync(await handler.HandleAsync(completed.TaskId)));
}
