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
    [Function("RetryChannelEvent")]
    public Task ChannelEvent(
        [QueueTrigger(MessagingModule.ChannelEventsQueue + PoisonedMessages.Suffix)] ReceivedEvent received) =>
        poisoned.RetryAsync(channelEvents, received, received.WebhookId);

    [Function("RetryOutbox")]
    public Task Outbox(
        [QueueTrigger(MessagingModule.OutboxQueue + PoisonedMessages.Suffix)] LedgerReference reference) =>
        poisoned.RetryAsync(outbox, reference, reference.RowKey);

    [Function("RetryCompletedTask")]
    public Task CompletedTask(
        [QueueTrigger(MessagingModule.CompletedTasksQueue + PoisonedMessages.Suffix)] CompletedTask completed) =>
        poisoned.RetryAsync(completedTasks, completed, completed.TaskId);
}
