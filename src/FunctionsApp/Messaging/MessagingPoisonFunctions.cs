using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging;

/// <summary>Retries the messages of Messaging's queues that keep failing.</summary>
public sealed class MessagingPoisonFunctions(
    PoisonedMessages poisoned,
    MessageQueue<ReceivedEvent> channelEvents,
    MessageQueue<LedgerReference> outbox,
    MessageQueue<CompletedTask> completedTasks)
{
    [Function(nameof(RetryChannelEvent))]
    public Task RetryChannelEvent(
        [QueueTrigger(ReceivedEvent.QueueName + PoisonedMessages.Suffix)] ReceivedEvent received) =>
        poisoned.RetryAsync(channelEvents, received, received.WebhookId);

    [Function(nameof(RetryOutbox))]
    public Task RetryOutbox(
        [QueueTrigger(LedgerReference.QueueName + PoisonedMessages.Suffix)] LedgerReference reference) =>
        poisoned.RetryAsync(outbox, reference, reference.RowKey);

    [Function(nameof(RetryCompletedTask))]
    public Task RetryCompletedTask(
        [QueueTrigger(CompletedTask.QueueName + PoisonedMessages.Suffix)] CompletedTask completed) =>
        poisoned.RetryAsync(completedTasks, completed, completed.TaskId);
}
